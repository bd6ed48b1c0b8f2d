using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>Returns whether a local file and one at the service are the same.</summary>
internal static class FileComparer
{
    private const int BufferSize = 128 * 1024;

    // FAT keeps even seconds only; the service drops fractions.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    internal static async Task<bool> IsSameAsync(
        FolderComparison comparison, FileInfo local, DriveItem remote, CancellationToken cancellationToken)
    {
        if (comparison is FolderComparison.None || remote.File is null)
            return false;
        if (comparison is FolderComparison.SizeAndTime)
            return remote.Size == local.Length
                && remote.FileSystemInfo?.LastModifiedDateTime is { } time
                && (time.UtcDateTime - local.LastWriteTimeUtc).Duration() <= Tolerance;
        if (local.Length == 0)
            return remote.Size == 0;

        // A personal drive may describe a picture with another size than it delivers; its hash is that of what it delivers.
        return remote.File.Hashes?.QuickXorHash is { } hash
            && hash == await HashAsync(local.FullName, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is known about a file that counts as the same.</summary>
    internal static ContentIntegrity IntegrityOf(FolderComparison comparison, DriveItem remote) =>
        comparison is FolderComparison.SizeAndHash && ContentVerification.HashOf(remote) is not null
            ? ContentIntegrity.Verified
            : ContentIntegrity.NotChecked;

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        var hash = new QuickXorHash();
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var file = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous);
            await using (file.ConfigureAwait(false))
            {
                int read;
                while ((read = await file.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                    hash.Append(buffer.AsSpan(0, read));
            }
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }

        return Convert.ToBase64String(hash.GetCurrentHash());
    }
}
