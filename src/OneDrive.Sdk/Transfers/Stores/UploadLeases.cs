using System.Text.Json;
using OneDrive.Sdk.Storage;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The leases of uploads, in files of a directory that processes share. The owner of a lease keeps its own file locked. The operating
/// system releases the lock when the process ends, and every process that sees the file sees the lock, also in other containers, where
/// process ids are not comparable. All operations hold the lock of the directory.
/// </summary>
internal sealed class UploadLeases(PrivateDirectory directory, TimeProvider timeProvider, Func<string, FileStream?>? open = null)
{
    internal const string LeaseExtension = ".lease";
    internal const string LockExtension = ".held";

    private readonly Dictionary<string, (string Owner, FileStream Lock)> _held = new(StringComparer.Ordinal);
    private readonly Func<string, FileStream?> _tryLock = open ?? directory.TryLockFile;
    private bool? _lockingWorks;

    /// <summary>Acquires, renews or releases a lease.</summary>
    internal async Task<bool> TryAcquireAsync(string name, string owner, TimeSpan duration, CancellationToken cancellationToken)
    {
        var file = name + LeaseExtension;
        var now = timeProvider.GetUtcNow();
        var lease = await ReadAsync(file, cancellationToken).ConfigureAwait(false);
        if (lease is not null && lease.Owner != owner && lease.Expires > now && !IsOwnerGone(lease))
        {
            // A right that passed on when its time was over needs no lock any more.
            Release(name, owner);
            return false;
        }

        if (duration == TimeSpan.Zero)
        {
            Release(name, owner);
            if (lease is null || lease.Owner == owner)
                directory.Delete(file);
            return true;
        }

        var held = Hold(name, owner);
        var taken = new StoredLease { Owner = owner, Expires = now + duration, LockFile = held };
        var content = taken.ToJson();
        await directory.WriteAsync(file, content, replace: true, cancellationToken).ConfigureAwait(false);
        if (lease?.LockFile is { } old && old != held)
            DeleteIfFree(old);
        return true;
    }

    /// <summary>
    /// Removes the files of terminated processes: leases, locks and incomplete writes, except those of the key file, which is created
    /// without the lock of the directory.
    /// </summary>
    internal async Task SweepAsync(string keyFile, CancellationToken cancellationToken)
    {
        foreach (var leftover in directory.List(".tmp"))
        {
            if (!leftover.StartsWith(keyFile, StringComparison.Ordinal))
                directory.Delete(leftover);
        }

        foreach (var file in directory.List(LeaseExtension))
        {
            if (await ReadAsync(file, cancellationToken).ConfigureAwait(false) is not { } lease
                || lease.Expires <= timeProvider.GetUtcNow()
                || IsOwnerGone(lease))
                directory.Delete(file);
        }

        foreach (var file in directory.List(LockExtension))
            DeleteIfFree(file);
    }

    private async Task<StoredLease?> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await directory.ReadAsync(file, cancellationToken).ConfigureAwait(false) is { } content
                ? StoredLease.Read(content)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string Hold(string name, string owner)
    {
        if (_held.TryGetValue(name, out var held) && held.Owner == owner)
            return Path.GetFileName(held.Lock.Name);
        Release(name, held.Owner);
        var file = $"{Guid.NewGuid():N}{LockExtension}";
        _held[name] = (owner, _tryLock(file) ?? throw new IOException("A new lock file is locked by another process."));
        return file;
    }

    private void Release(string name, string? owner)
    {
        if (_held.TryGetValue(name, out var held) && held.Owner == owner)
        {
            _held.Remove(name);
            var file = Path.GetFileName(held.Lock.Name);
            held.Lock.Dispose();
            directory.Delete(file);
        }
    }

    /// <summary>Whether the owner's lock is free. Where files cannot be locked, the lease expires by time.</summary>
    private bool IsOwnerGone(StoredLease lease)
    {
        if (lease.LockFile is not { } file || !IsLockFile(file))
            return false;
        if (!directory.Exists(file))
            return true;
        using var free = _tryLock(file);
        return free is not null && LockingWorks(file);
    }

    // With the file locked by us, locking it once more must fail.
    private bool LockingWorks(string file)
    {
        if (_lockingWorks is { } known)
            return known;
        using var second = _tryLock(file);
        return (_lockingWorks = second is null).Value;
    }

    // The name comes out of a file that another process wrote.
    private static bool IsLockFile(string file) =>
        Path.GetFileName(file) == file && file.EndsWith(LockExtension, StringComparison.Ordinal);

    private void DeleteIfFree(string file)
    {
        if (!IsLockFile(file))
            return;
        var isFree = false;
        using (var free = _tryLock(file))
            isFree = free is not null && LockingWorks(file);
        if (isFree)
            directory.Delete(file);
    }
}
