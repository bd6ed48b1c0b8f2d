using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Storage;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk;

/// <summary>
/// Stores resumable uploads in a directory: one file for each upload, readable by the user only, replaced atomically; upload URLs are
/// encrypted with AES-256-GCM. Several processes can share the directory, also in several containers, where files can be locked. A file
/// that cannot be read is ignored.
/// </summary>
public sealed class FileUploadSessionStore : IUploadSessionStore
{
    private const string KeyFileName = "sealing.key";
    private const string RecordExtension = ".upload";

    private readonly PrivateDirectory _directory;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly byte[]? _key;
    private readonly UploadLeases _leases;
    private bool _isSwept;

    /// <summary>Creates the store. The directory is created on first use.</summary>
    /// <param name="directory">The directory; it should not contain other files.</param>
    /// <param name="key">
    /// The 32-byte encryption key of the upload URLs; when null, a random key is stored in the directory, readable by the user only.
    /// </param>
    /// <param name="timeProvider">The time provider for leases; <see cref="TimeProvider.System"/> when null.</param>
    /// <exception cref="ArgumentException">The key does not have 32 bytes or is not random, or the directory is empty.</exception>
    public FileUploadSessionStore(string directory, byte[]? key = null, TimeProvider? timeProvider = null)
        : this(directory, key, timeProvider, NullLogger.Instance)
    {
    }

    internal FileUploadSessionStore(string directory, byte[]? key, TimeProvider? timeProvider, ILogger logger)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        if (key is not null && AesGcmEnvelope.WeaknessOf(key) is { } weakness)
            throw new ArgumentException(weakness, nameof(key));

        _timeProvider = timeProvider ?? TimeProvider.System;
        _directory = new PrivateDirectory(directory, _timeProvider);
        _key = (byte[]?)key?.Clone();
        _leases = new UploadLeases(_directory, _timeProvider);
        _logger = logger;
    }

    /// <inheritdoc/>
    public Task<UploadSessionRecord?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return ReadAsync(FileOf(key) + RecordExtension, key, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> TrySaveAsync(UploadSessionRecord record, long expectedVersion, CancellationToken cancellationToken = default)
    {
        UploadSessionRules.Require(record, expectedVersion);
        var file = FileOf(record.Key) + RecordExtension;
        var held = await _directory.LockAsync(cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            var stored = await ReadAsync(file, record.Key, cancellationToken).ConfigureAwait(false);
            if ((stored?.Version ?? 0) != expectedVersion)
                return false;

            var seal = await GetSealAsync(cancellationToken).ConfigureAwait(false);
            await _directory.WriteAsync(file, seal.Seal(record), replace: true, cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var held = await _directory.LockAsync(cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            _directory.Delete(FileOf(key) + RecordExtension);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<UploadSessionRecord>> ListAsync(CancellationToken cancellationToken = default)
    {
        List<UploadSessionRecord> records = [];
        foreach (var file in _directory.List(RecordExtension))
        {
            if (await ReadAsync(file, null, cancellationToken).ConfigureAwait(false) is { } record)
                records.Add(record);
        }

        return records;
    }

    /// <inheritdoc/>
    public async Task<bool> TryAcquireAsync(string key, string owner, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        UploadSessionRules.RequireLease(key, owner, duration);
        var held = await _directory.LockAsync(cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            if (!_isSwept)
                await _leases.SweepAsync(KeyFileName, cancellationToken).ConfigureAwait(false);
            _isSwept = true;
            return await _leases.TryAcquireAsync(FileOf(key), owner, duration, cancellationToken).ConfigureAwait(false);
        }
    }

    // Keys are the caller's words: any length, any character. A hash of them is a safe name and says nothing.
    private static string FileOf(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private async Task<UploadSessionRecord?> ReadAsync(string file, string? expectedKey, CancellationToken cancellationToken)
    {
        var content = await _directory.ReadAsync(file, cancellationToken).ConfigureAwait(false);
        if (content is null)
            return null;

        try
        {
            var seal = await GetSealAsync(cancellationToken).ConfigureAwait(false);
            var record = seal.Open(content);
            if (FileOf(record.Key) + RecordExtension != file
                || (expectedKey ?? record.Key) != record.Key
                || !SecureEndpoint.IsSecure(record.UploadUrl))
                throw new JsonException("The record belongs to another upload.");
            return record;
        }
        catch (Exception exception) when (exception is JsonException or CryptographicException or UriFormatException)
        {
            Log.StoredUploadIgnored(_logger, file, exception.GetType().Name);
            return null;
        }
    }

    private async Task<UploadRecordSeal> GetSealAsync(CancellationToken cancellationToken) =>
        new(_key ?? await ReadKeyFileAsync(cancellationToken).ConfigureAwait(false));

    private async Task<byte[]> ReadKeyFileAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await KeyFile.ReadOrMakeAsync(_directory, KeyFileName, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            Log.StoredUploadIgnored(_logger, KeyFileName, "wrong length");
            _directory.Delete(KeyFileName);
            return await KeyFile.ReadOrMakeAsync(_directory, KeyFileName, cancellationToken).ConfigureAwait(false);
        }
    }
}
