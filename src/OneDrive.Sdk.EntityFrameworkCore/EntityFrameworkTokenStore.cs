using System.Security.Cryptography;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.EntityFramework;

namespace OneDrive.Sdk;

/// <summary>
/// Keeps sign-ins in a database that many processes and machines share, sealed with AES-256-GCM before they reach it. An entry is replaced
/// by compare-and-swap, and processes refresh a sign-in one after the other: fit for issuers that accept each refresh token once.
/// </summary>
public sealed class EntityFrameworkTokenStore : ITokenStore, ITokenRefreshLock
{
    private static readonly TimeSpan RefreshWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(25);

    private readonly SealedTable<SignInRow> _rows;
    private readonly LeaseTable _leases;
    private readonly StoreSeal _seal;
    private readonly ITokenRollbackGuard? _guard;
    private readonly TimeProvider _timeProvider;
    private readonly string _scope;

    /// <summary>Uses a database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="keys">The keys that seal; the same on every machine.</param>
    /// <param name="scope">Keeps the entries of several registrations apart, up to 100 characters.</param>
    /// <param name="rollbackGuard">
    /// Notices when the database, or a row of it, is put back to an older state; when null, that is not noticed.
    /// </param>
    public EntityFrameworkTokenStore(
        EntityFrameworkDatabase database, TokenEncryptionKeys keys, string scope = "", ITokenRollbackGuard? rollbackGuard = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(scope);
        _rows = new SealedTable<SignInRow>(database, scope);
        _leases = new LeaseTable(database, scope);
        _seal = new StoreSeal(keys);
        _guard = rollbackGuard;
        _timeProvider = database.TimeProvider;
        _scope = scope;
    }

    /// <inheritdoc/>
    /// <exception cref="TokenStoreRollbackException">The row is older than the guard remembers.</exception>
    public async Task<TokenStoreEntry?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return (await ReadAsync(key, cancellationToken).ConfigureAwait(false))?.Entry;
    }

    /// <inheritdoc/>
    public async Task<bool> TrySaveAsync(TokenStoreEntry entry, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentException.ThrowIfNullOrEmpty(entry.Key, nameof(entry));
        ArgumentException.ThrowIfNullOrEmpty(entry.RefreshToken, nameof(entry));
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        if (entry.Version <= expectedVersion)
            throw new ArgumentException("The version of the entry must be higher than the expected one.", nameof(entry));

        var generation = entry.Version;
        if (_guard is not null)
        {
            var stored = await ReadAsync(entry.Key, cancellationToken).ConfigureAwait(false);
            if ((stored?.Entry.Version ?? 0) != expectedVersion)
                return false;
            var reached = await _guard.ReadAsync(GuardName(entry.Key), cancellationToken).ConfigureAwait(false);
            generation = Math.Max(generation, Math.Max(reached, stored?.Generation ?? 0) + 1);
        }

        var isSaved = await _rows
            .TrySaveAsync(RowName.Of(entry.Key), entry.Version, _seal.Seal(entry, generation), expectedVersion, cancellationToken)
            .ConfigureAwait(false);
        if (isSaved && _guard is not null)
            await _guard.RaiseAsync(GuardName(entry.Key), generation, CancellationToken.None).ConfigureAwait(false);
        return isSaved;
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        await _rows.RemoveAsync(RowName.Of(key), cancellationToken).ConfigureAwait(false);
        if (_guard is null)
            return;

        // The removed row is old from now on.
        var reached = await _guard.ReadAsync(GuardName(key), cancellationToken).ConfigureAwait(false);
        await _guard.RaiseAsync(GuardName(key), reached + 1, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>The right of a process that was killed passes on after 20 seconds.</remarks>
    public async Task<IAsyncDisposable> LockAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var id = "refresh-" + RowName.Of(key);
        var owner = Guid.NewGuid().ToString("N");
        var began = _timeProvider.GetTimestamp();
        var pause = FirstPause;
        try
        {
            while (!await _leases.TryAcquireAsync(id, owner, RefreshLock.Duration, cancellationToken).ConfigureAwait(false))
            {
                if (_timeProvider.GetElapsedTime(began) > RefreshWait)
                {
                    throw new OneDriveAuthenticationException(
                        $"Another process has been refreshing the same sign-in for more than {RefreshWait.TotalSeconds:0} seconds.")
                    {
                        IsTransient = true,
                    };
                }

                // Jitter: those who wait do not ask in one moment.
                await Task.Delay(pause * (0.5 + (RandomNumberGenerator.GetInt32(1000) / 1000.0)), _timeProvider, cancellationToken)
                    .ConfigureAwait(false);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
        catch (OperationCanceledException)
        {
            await RefreshLock.TryReleaseAsync(_leases, id, owner).ConfigureAwait(false);
            throw;
        }

        return new RefreshLock(_leases, id, owner, _timeProvider);
    }

    private string GuardName(string key) => RowName.Of($"{_scope}\n{key}");

    private async Task<(TokenStoreEntry Entry, long Generation)?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var before = -1L;
        while (true)
        {
            if (await _rows.FindAsync(RowName.Of(key), cancellationToken).ConfigureAwait(false) is not { } row)
                return null;

            var entry = _seal.OpenSignIn(key, row.Content, out var generation);
            if (entry.Version != row.Version)
            {
                throw new TokenPersistenceException(
                    "The stored sign-in cannot be used: the version of its row was changed. Nothing was changed now.")
                {
                    Hint = "Restore the row; or sign out, which removes it, and sign in again.",
                };
            }

            if (_guard is null || generation >= await _guard.ReadAsync(GuardName(key), cancellationToken).ConfigureAwait(false))
                return (entry, generation);

            // Another process may have saved between the two readings; an old row stays old.
            if (generation == before)
            {
                throw new TokenStoreRollbackException(
                    "The stored sign-in is older than one that was there before: the database or the row was put back to an older state.")
                {
                    Hint = "Sign out, which removes the row, and sign in again. Find out who restored it.",
                    RequiresSignIn = true,
                };
            }

            before = generation;
        }
    }
}
