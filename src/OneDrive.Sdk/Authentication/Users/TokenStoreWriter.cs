using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Storage;

namespace OneDrive.Sdk.Authentication;

/// <summary>Connects the flows with the token store: versions, conflicts, and refresh tokens that could not be saved.</summary>
internal sealed class TokenStoreWriter(ITokenStore store, bool continueWhenNotSaved, TimeProvider timeProvider, ILogger logger)
{
    private const int MaximumAttempts = 8;

    // 50 ms to 3.2 s, 6.35 s together: longer than a token endpoint and a store usually take.
    private const int MaximumLooks = 7;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);

    /// <summary>Refresh tokens that could not be saved yet, each with the version that it replaces.</summary>
    private readonly ConcurrentDictionary<string, (TokenStoreEntry Entry, long Expected)> _unsaved = new(StringComparer.Ordinal);

    /// <summary>Prevents that other processes refresh the same sign-in, if the store supports it.</summary>
    internal async Task<IAsyncDisposable?> LockAsync(string storeKey, CancellationToken cancellationToken)
    {
        try
        {
            return store is ITokenRefreshLock shared ? await shared.LockAsync(storeKey, cancellationToken).ConfigureAwait(false) : null;
        }
        catch (Exception failure) when (failure is not OneDriveException && IsFailureOfStore(failure, cancellationToken))
        {
            throw Persistence("locked", failure);
        }
    }

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
    /// Finds the state that another machine may have saved after a rejected refresh token; null if there is none. Without a lock that
    /// machine may still be about to save, so the store is polled for some time.
    /// </summary>
    internal async Task<TokenStoreEntry?> FindNewerAsync(string storeKey, string refreshToken, CancellationToken cancellationToken)
    {
        var pause = FirstPause;
        for (var look = 0; ; look++)
        {
            var entry = await FindAsync(storeKey, cancellationToken).ConfigureAwait(false);
            if (entry is null || !string.Equals(entry.RefreshToken, refreshToken, StringComparison.Ordinal))
            {
                return entry;
            }

            if (store is ITokenRefreshLock || look == MaximumLooks)
            {
                return null;
            }

            await Task.Delay(pause, timeProvider, cancellationToken).ConfigureAwait(false);
            pause *= 2;
        }
    }

    /// <summary>
    /// Saves the next version of a sign-in. False if the stored version is not the expected one: another writer refreshed, signed in again,
    /// or signed out.
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

        throw new TokenPersistenceException("The sign-in could not be saved: concurrent writers keep changing the same entry. Try again.");
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

    /// <summary>A version above the given one and above those of removed entries.</summary>
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
        : failure is UnsafeFileException ? new TokenPersistenceException($"The sign-in could not be {verb}. {failure.Message}", failure)
        {
            Hint = "Only the user that runs this process may have write access to the folder of the store and its key file.",
        }
        : new TokenPersistenceException($"The sign-in could not be {verb}: the token store failed with {failure.GetType().Name}.", failure)
        {
            Hint = "Check that the token store is reachable, has free space, and is writable for this account.",
        };
}
