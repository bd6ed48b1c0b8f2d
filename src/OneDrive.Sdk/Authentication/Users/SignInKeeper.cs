using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Stands between the flows and the token store: versions, conflicts, and what becomes of a refresh token that cannot be saved.
/// </summary>
internal sealed class SignInKeeper(ITokenStore store, bool continueWhenNotSaved, TimeProvider timeProvider, ILogger logger)
{
    private const int MaximumAttempts = 8;

    /// <summary>Refresh tokens that the store did not take yet, each with the version that it was to replace.</summary>
    private readonly ConcurrentDictionary<string, (TokenStoreEntry Entry, long Expected)> _unsaved = new(StringComparer.Ordinal);

    /// <summary>Keeps other processes from refreshing the same sign-in, where the store can do that.</summary>
    internal async Task<IAsyncDisposable?> LockAsync(string storeKey, CancellationToken cancellationToken) =>
        store is ITokenRefreshLock shared ? await shared.LockAsync(storeKey, cancellationToken).ConfigureAwait(false)
        : null;

    /// <summary>Finds the newest state of a sign-in.</summary>
    internal async Task<TokenStoreEntry?> FindAsync(string storeKey, CancellationToken cancellationToken)
    {
        if (!_unsaved.TryGetValue(storeKey, out var pending))
        {
            return await ReadAsync(storeKey, cancellationToken).ConfigureAwait(false);
        }

        return await SaveAsync(pending.Entry, pending.Expected, cancellationToken).ConfigureAwait(false)
            ? pending.Entry
            : await ReadAsync(storeKey, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Saves the state that follows another one. False when the stored one is not the expected one any more: somebody else refreshed,
    /// signed in anew, or signed out.
    /// </summary>
    internal Task<bool> ReplaceAsync(TokenStoreEntry entry, TokenStoreEntry before, CancellationToken cancellationToken) =>
        SaveAsync(entry, before.Version, cancellationToken);

    /// <summary>Saves a new sign-in, whatever was there before.</summary>
    internal async Task AddAsync(Func<long, TokenStoreEntry> create, string storeKey, CancellationToken cancellationToken)
    {
        _unsaved.TryRemove(storeKey, out _);
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            var before = (await ReadAsync(storeKey, cancellationToken).ConfigureAwait(false))?.Version ?? 0;
            if (await SaveAsync(create(before), before, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }

        throw new TokenPersistenceException("The sign-in could not be saved: others keep changing the same entry.");
    }

    internal async Task RemoveAsync(string storeKey, CancellationToken cancellationToken)
    {
        _unsaved.TryRemove(storeKey, out _);
        try
        {
            await store.RemoveAsync(storeKey, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsFailureOfStore(failure, cancellationToken))
        {
            throw Persistence("removed", failure);
        }
    }

    /// <summary>A version above another one, and above those of entries that were removed before.</summary>
    internal long VersionAfter(long version) => Math.Max(version + 1, timeProvider.GetUtcNow().ToUnixTimeMilliseconds());

    private async Task<bool> SaveAsync(TokenStoreEntry entry, long expected, CancellationToken cancellationToken)
    {
        // What follows a state that was never saved replaces the one that was.
        if (_unsaved.TryGetValue(entry.Key, out var pending) && pending.Entry.Version == expected)
        {
            expected = pending.Expected;
        }

        try
        {
            var isSaved = await store.TrySaveAsync(entry, expected, cancellationToken).ConfigureAwait(false);
            _unsaved.TryRemove(entry.Key, out _);
            return isSaved;
        }
        catch (Exception failure) when (IsFailureOfStore(failure, CancellationToken.None))
        {
            // The old refresh token may be worth nothing any more: the new one is kept until the store takes it.
            _unsaved[entry.Key] = (entry, expected);
            if (failure is OperationCanceledException && cancellationToken.IsCancellationRequested)
            {
                throw;
            }

            Log.SignInNotSaved(logger, failure.GetType().Name);
            return continueWhenNotSaved ? true : throw Persistence("saved", failure);
        }
    }

    private async Task<TokenStoreEntry?> ReadAsync(string storeKey, CancellationToken cancellationToken)
    {
        try
        {
            return await store.FindAsync(storeKey, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsFailureOfStore(failure, cancellationToken))
        {
            throw Persistence("read", failure);
        }
    }

    private static bool IsFailureOfStore(Exception failure, CancellationToken cancellationToken) =>
        failure is not TokenStoreRollbackException
        && !(failure is OperationCanceledException && cancellationToken.IsCancellationRequested);

    private static Exception Persistence(string verb, Exception failure) => failure is TokenPersistenceException ? failure
        : new TokenPersistenceException($"The sign-in could not be {verb}: the token store failed with {failure.GetType().Name}.", failure)
        {
            Hint = "Check that the token store can be reached, has room, and may be written by this account.",
        };
}
