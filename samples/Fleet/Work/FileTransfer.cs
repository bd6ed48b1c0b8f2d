using System.Buffers;
using OneDrive.Sdk.Fleet.Data;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Fleet.Work;

/// <summary>
/// Brings one file to the drive, once: a file that may be there already is looked for before it is sent, another file is not replaced
/// unless the copy says so, and content of more than one request has a resume key, so that another worker continues it.
/// </summary>
internal sealed class FileTransfer(IOneDriveClient client, CopyRow copy, long singleRequestLimit)
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Transfers a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mayBeThere">Whether an earlier worker may have sent it.</param>
    /// <param name="cancellationToken">Stops the transfer; a later one continues it.</param>
    internal async Task<FileResult> RunAsync(FileRow file, bool mayBeThere, CancellationToken cancellationToken)
    {
        RequireValidName(file);
        var destination = AddressOf(file);
        var path = Path.Combine(copy.Source, file.Path.Replace('/', Path.DirectorySeparatorChar));
        if (file.IsFolder)
        {
            if (Directory.EnumerateFileSystemEntries(path).Any())
                throw new InvalidOperationException("The folder has content that was not there when it was planned. Plan the copy again.");
            await client.Items.EnsureFolderAsync(destination, cancellationToken);
            return new FileResult(FileState.Sent);
        }

        var piece = (DriveItem?)null;
        if (mayBeThere && await client.Items.FindAsync(destination, cancellationToken: cancellationToken) is { } there)
        {
            if (await FindSameAsync(there, path, cancellationToken) is { } hash)
            {
                await ForgetUploadAsync(file, cancellationToken);
                return new FileResult(FileState.Found, hash);
            }

            piece = await IsPieceAsync(there, path, cancellationToken) ? there : null;
        }

        return await SendAsync(file, path, destination, piece, cancellationToken);
    }

    private async Task<FileResult> SendAsync(
        FileRow file, string path, ItemAddress destination, DriveItem? piece, CancellationToken cancellationToken)
    {
        var options = new UploadOptions
        {
            Conflict = copy.Replaces || piece is not null ? ConflictBehavior.Replace : ConflictBehavior.Fail,
            IfMatch = piece?.ETag,
            ResumeKey = KeyOf(file),
        };
        try
        {
            var result = await client.Content.UploadFileAsync(destination, path, options, cancellationToken);
            return new FileResult(FileState.Sent, result.Item.File?.Hashes?.QuickXorHash);
        }
        catch (ItemConflictException conflict)
        {
            var there = await client.Items.FindAsync(destination, cancellationToken: cancellationToken);
            if (there is not null && await FindSameAsync(there, path, cancellationToken) is { } hash)
            {
                await ForgetUploadAsync(file, cancellationToken);
                return new FileResult(FileState.Found, hash);
            }

            await ForgetUploadAsync(file, cancellationToken);
            throw new ItemConflictException(
                conflict.StatusCode,
                there is { Folder: not null }
                    ? "The drive has a folder with this name. Rename one of them."
                    : $"The drive has another file with this name ({there?.Size} bytes). Plan the copy with --replace, or rename one of "
                        + "them.",
                conflict);
        }
    }

    // Small content is sent in one request, and does not need a record.
    private string? KeyOf(FileRow file) => file.Size > singleRequestLimit ? $"fleet-{copy.Id}-{file.Id}" : null;

    private ItemAddress AddressOf(FileRow file)
    {
        var drive = DriveAddress.Parse(copy.Drive);
        var path = copy.Folder.Length == 0 ? file.Path : $"{copy.Folder}/{file.Path}";
        return drive.Path(path);
    }

    private async Task ForgetUploadAsync(FileRow file, CancellationToken cancellationToken)
    {
        if (KeyOf(file) is { } key)
            await client.Content.CancelUploadAsync(key, cancellationToken);
    }

    private static void RequireValidName(FileRow file)
    {
        foreach (var name in file.Path.Split('/'))
        {
            if (ItemNames.CheckRemote(name) is { } problem)
                throw new InvalidItemNameException(name, problem);
        }
    }

    /// <returns>The hash when the drive has the content of the local file; an empty file has none at the service.</returns>
    private static async Task<string?> FindSameAsync(DriveItem there, string path, CancellationToken cancellationToken)
    {
        var length = new FileInfo(path).Length;
        if (there.Folder is not null || there.Size != length || (length > 0 && there.File?.Hashes?.QuickXorHash is null))
            return null;
        var local = await HashAsync(path, long.MaxValue, cancellationToken);
        return length == 0 || local == there.File?.Hashes?.QuickXorHash ? local : null;
    }

    /// <summary>
    /// Whether the service kept the beginning of a file whose sender was killed: it has the hash of that many bytes, and was created after
    /// the copy was planned. An older file with the same beginning is kept.
    /// </summary>
    private async Task<bool> IsPieceAsync(DriveItem there, string path, CancellationToken cancellationToken) =>
        there is { Folder: null, Size: > 0 and var size, ETag: not null, File.Hashes.QuickXorHash: { } remote }
        && size < new FileInfo(path).Length
        && there.CreatedDateTime >= DateTimeOffset.FromUnixTimeMilliseconds(copy.PlannedMs)
        && await HashAsync(path, size, cancellationToken) == remote;

    internal static async Task<string> HashAsync(string path, long length, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, true);
            var hash = new QuickXorHash();
            while (length > 0)
            {
                var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(BufferSize, length)), cancellationToken);
                if (read == 0)
                    break;
                hash.Append(buffer.AsSpan(0, read));
                length -= read;
            }

            return Convert.ToBase64String(hash.GetCurrentHash());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
