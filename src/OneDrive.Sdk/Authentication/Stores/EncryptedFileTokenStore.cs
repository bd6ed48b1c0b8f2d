using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OneDrive.Sdk.Storage;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Stores sign-ins in a directory: one file for each sign-in, readable by the user only, replaced atomically, encrypted with AES-256-GCM.
/// Several processes on one machine can share the directory; they refresh a sign-in one at a time.
/// </summary>
public sealed class EncryptedFileTokenStore : ITokenStore, ITokenRefreshLock
{
    private const string KeyFileName = "tokens.key";
    private const string KeyFileId = "key-file";
    private const string Extension = ".token";

    private static readonly TimeSpan RefreshWait = TimeSpan.FromSeconds(60);

    private readonly PrivateDirectory _directory;
    private readonly TokenEncryptionKeys? _keys;
    private readonly ITokenRollbackGuard? _guard;

    /// <summary>Creates the store. The directory is created on first use.</summary>
    /// <param name="directory">The directory; it should not contain other files.</param>
    /// <param name="keys">
    /// The encryption keys. When null, a random key is stored in the directory, readable by the user only; a copy of the directory then
    /// includes the key.
    /// </param>
    /// <param name="rollbackGuard">Detects when old files are restored; when null, this is not detected.</param>
    /// <param name="timeProvider">The time provider; <see cref="TimeProvider.System"/> when null.</param>
    /// <exception cref="ArgumentException">The directory is empty.</exception>
    public EncryptedFileTokenStore(
        string directory,
        TokenEncryptionKeys? keys = null,
        ITokenRollbackGuard? rollbackGuard = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        _directory = new PrivateDirectory(directory, timeProvider ?? TimeProvider.System);
        _keys = keys;
        _guard = rollbackGuard;
    }

    /// <inheritdoc/>
    /// <exception cref="TokenStoreRollbackException">The file is older than the version that the guard stored.</exception>
    public async Task<TokenStoreEntry?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return (await ReadAsync(key, cancellationToken).ConfigureAwait(false))?.Entry;
    }

    /// <inheritdoc/>
    public async Task<bool> TrySaveAsync(TokenStoreEntry entry, long expectedVersion, CancellationToken cancellationToken = default)
    {
        TokenStoreEntry.ThrowIfNotNext(entry, expectedVersion);
        var held = await _directory.LockAsync(cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            var stored = await ReadAsync(entry.Key, cancellationToken).ConfigureAwait(false);
            if ((stored?.Entry.Version ?? 0) != expectedVersion)
                return false;

            await WriteAsync(entry, stored?.Generation ?? 0, cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var name = NameOf(key);
        var held = await _directory.LockAsync(cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            _directory.Delete(name + Extension);
            _directory.DeleteLeftovers(name + Extension);
            if (_guard is not null)
            {
                // The removed file is old from now on.
                var reached = await _guard.ReadAsync(name, cancellationToken).ConfigureAwait(false);
                await _guard.RaiseAsync(name, reached + 1, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Seals every entry again under the active key, after which former keys can be given up.</summary>
    /// <param name="cancellationToken">Cancels the call; entries that were done stay done.</param>
    /// <returns>How many entries there are.</returns>
    /// <exception cref="TokenPersistenceException">An entry cannot be opened; all others are done.</exception>
    public Task<int> ReencryptAsync(CancellationToken cancellationToken = default) =>
        VisitAsync("sealed again", ReencryptEntryAsync, cancellationToken);

    /// <summary>
    /// Copies every entry to another store, such as one over a database. Stop what uses the directory before; an entry that the other store
    /// has already is left as it is there.
    /// </summary>
    /// <param name="target">The other store.</param>
    /// <param name="cancellationToken">Cancels the call; entries that were copied stay copied.</param>
    /// <returns>How many entries were copied.</returns>
    /// <exception cref="TokenPersistenceException">An entry cannot be opened; all others are done.</exception>
    public Task<int> CopyToAsync(ITokenStore target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        return VisitAsync(
            "copied",
            async (name, token) => await ReadFileAsync(name, token).ConfigureAwait(false) is { } stored
                && await target.TrySaveAsync(stored.Entry, 0, token).ConfigureAwait(false),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IAsyncDisposable> LockAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        try
        {
            return await _directory.LockFileAsync(NameOf(key) + ".lock", RefreshWait, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException failure) when (PrivateDirectory.IsTakenByOther(failure))
        {
            throw new OneDriveAuthenticationException(
                $"Another process has held the lock to refresh the same sign-in for more than {RefreshWait.TotalSeconds:0} seconds. Try "
                + "again later.", failure)
            {
                IsTransient = true,
            };
        }
    }

    private async Task<int> VisitAsync(
        string done, Func<string, CancellationToken, Task<bool>> visit, CancellationToken cancellationToken)
    {
        var held = await _directory.LockAsync(cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            var count = 0;
            List<OneDriveAuthenticationException> failures = [];
            foreach (var file in _directory.List(Extension).ToList())
            {
                try
                {
                    count += await visit(file[..^Extension.Length], cancellationToken).ConfigureAwait(false) ? 1 : 0;
                }
                catch (Exception failure) when (failure is OneDriveAuthenticationException or IOException and not UnsafeFileException)
                {
                    failures.Add(
                        failure as OneDriveAuthenticationException ?? UnreadableSignIn.Because("its file cannot be read", failure));
                }
            }

            return failures switch
            {
                [] => count,
                [var failure] => throw failure,
                [var failure, ..] => throw new TokenPersistenceException(
                    $"{failures.Count} entries cannot be opened and were left as they are; {count} were {done}. {failure.Message}",
                    new AggregateException(failures))
                { Hint = failure.Hint },
            };
        }
    }

    private async Task<bool> ReencryptEntryAsync(string name, CancellationToken cancellationToken)
    {
        if (await ReadFileAsync(name, cancellationToken).ConfigureAwait(false) is not { } stored)
            return false;

        await WriteAsync(stored.Entry, stored.Generation, cancellationToken).ConfigureAwait(false);
        return true;
    }

    // Keys can contain user names: their hash is a safe file name.
    private static string NameOf(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private Task<(TokenStoreEntry Entry, long Generation)?> ReadAsync(string key, CancellationToken cancellationToken) =>
        ReadFileAsync(NameOf(key), cancellationToken);

    private async Task<(TokenStoreEntry Entry, long Generation)?> ReadFileAsync(string name, CancellationToken cancellationToken)
    {
        var content = await _directory.ReadAsync(name + Extension, cancellationToken).ConfigureAwait(false);
        if (content is null)
            return null;

        var file = SealedBytes.Read(content) ?? throw UnreadableSignIn.Because("its file was changed, or it is not a file of a token "
            + "store");
        var sealingKey = await FindKeyAsync(file.KeyId, cancellationToken).ConfigureAwait(false)
            ?? throw UnreadableSignIn.Because($"it is encrypted with the key '{file.KeyId}', which is not one of the keys of this store");
        var entry = Open(file, name, sealingKey);
        if (_guard is not null && file.Generation < await _guard.ReadAsync(name, cancellationToken).ConfigureAwait(false))
        {
            throw new TokenStoreRollbackException(
                "The stored sign-in is older than the last saved sign-in: the file was replaced with an older version.")
            {
                Hint = "Find out what restored the directory of the token store. Then sign out and sign in again.",
                RequiresSignIn = true,
            };
        }

        return (entry, file.Generation);
    }

    private static TokenStoreEntry Open(SealedBytes file, string name, byte[] sealingKey)
    {
        try
        {
            return file.Open(name, sealingKey, StoredSignIn.Read);
        }
        catch (Exception failure) when (failure is CryptographicException or JsonException)
        {
            throw UnreadableSignIn.Because("its file was changed, or it is encrypted with another key of the same name", failure);
        }
    }

    private async Task WriteAsync(TokenStoreEntry entry, long generation, CancellationToken cancellationToken)
    {
        var name = NameOf(entry.Key);
        var reached = _guard is null ? 0 : await _guard.ReadAsync(name, cancellationToken).ConfigureAwait(false);
        var next = Math.Max(generation, reached) + 1;
        var keyId = _keys?.ActiveKeyId ?? KeyFileId;
        var key = (await FindKeyAsync(keyId, cancellationToken).ConfigureAwait(false))!;
        _directory.DeleteLeftovers(name + Extension);
        var content = SealedBytes.Seal(name, StoredSignIn.Write(entry), next, keyId, key);
        await _directory.WriteAsync(name + Extension, content, replace: true, cancellationToken).ConfigureAwait(false);
        if (_guard is not null)
            await _guard.RaiseAsync(name, next, cancellationToken).ConfigureAwait(false);
    }

    private async Task<byte[]?> FindKeyAsync(string keyId, CancellationToken cancellationToken)
    {
        if (_keys is not null)
            return _keys.Find(keyId);
        if (keyId != KeyFileId)
            return null;

        try
        {
            return await KeyFile.ReadOrMakeAsync(_directory, KeyFileName, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException failure)
        {
            throw UnreadableSignIn.Because($"the key file '{KeyFileName}' is damaged", failure);
        }
    }
}
