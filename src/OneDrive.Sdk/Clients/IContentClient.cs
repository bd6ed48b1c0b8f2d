using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>Uploads and downloads the content of files, with resume and verification.</summary>
public partial interface IContentClient
{
    /// <summary>Uploads a stream from its current position to its end.</summary>
    /// <param name="destination">The file to create or replace, addressed by a path or by the id of an existing file.</param>
    /// <param name="content">The bytes; any readable stream. It is not disposed.</param>
    /// <param name="options">The options, such as the conflict behavior and the resume key.</param>
    /// <param name="cancellationToken">Cancels the upload; with a resume key it can be resumed later.</param>
    /// <exception cref="ArgumentException">The stream is not readable, or its length is required and not known.</exception>
    /// <exception cref="ItemConflictException">An item with the name already exists.</exception>
    /// <exception cref="QuotaExceededException">The drive is full.</exception>
    /// <exception cref="UploadNotResumableException">The service requires bytes that the stream cannot provide again.</exception>
    /// <exception cref="ContentVerificationException">The content at the service differs from the content that was sent.</exception>
    /// <example>
    /// <code>
    /// using var content = new MemoryStream("Hello"u8.ToArray());
    /// var upload = await client.Content.UploadAsync(
    ///     DriveAddress.Me.Path("/Notes/hello.txt"), content, new UploadOptions { Conflict = ConflictBehavior.Replace });
    /// Console.WriteLine($"{upload.Item.Size} bytes, {upload.Integrity}");
    /// </code>
    /// </example>
    Task<UploadResult> UploadAsync(
        ItemAddress destination, Stream content, UploadOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Uploads a local file.</summary>
    /// <param name="destination">The file to create or replace, addressed by a path or by the id of an existing file.</param>
    /// <param name="path">The path of the file on this machine.</param>
    /// <param name="options">The options, such as the conflict behavior and the resume key.</param>
    /// <param name="cancellationToken">Cancels the upload; with a resume key it can be resumed later.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    /// <example>
    /// <code>
    /// var result = await client.Content.UploadFileAsync(
    ///     DriveAddress.Me.Path("/Videos/video.mp4"),
    ///     path,
    ///     new UploadOptions
    ///     {
    ///         ResumeKey = "adele/Videos/video.mp4",
    ///         Conflict = ConflictBehavior.Replace,
    ///         Progress = new Progress&lt;TransferProgress&gt;(progress =&gt; Console.WriteLine($"{progress.Fraction:P0}")),
    ///     });
    /// Console.WriteLine(result.ResumedFrom is { } position ? $"continued from byte {position}" : "uploaded in one go");
    /// </code>
    /// </example>
    Task<UploadResult> UploadFileAsync(
        ItemAddress destination, string path, UploadOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Creates a small file together with its metadata in one request; supported on personal drives only. Use
    /// <see cref="UploadAsync"/> for all other files; it resumes after failures and verifies hashes.
    /// </summary>
    /// <param name="folder">The folder that will hold the file.</param>
    /// <param name="name">The name of the file, not encoded.</param>
    /// <param name="content">The content, in memory.</param>
    /// <param name="options">The metadata of the file, and the behavior when the name is already in use.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The name contains a separator, or the media type is not valid.</exception>
    /// <exception cref="ItemConflictException">An item with the name already exists.</exception>
    Task<DriveItem> CreateFileAsync(
        ItemAddress folder,
        string name,
        ReadOnlyMemory<byte> content,
        CreateFileOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Commits an upload whose bytes are all at the service, without sending them again: an upload with
    /// <see cref="UploadOptions.DeferCommit"/>, or one whose commit was rejected because of its name, a condition or the quota.
    /// </summary>
    /// <param name="resumeKey">The <see cref="UploadOptions.ResumeKey"/> of the upload.</param>
    /// <param name="options">Another name, destination or conflict behavior than the upload was started with.</param>
    /// <param name="cancellationToken">Cancels the call; it can be repeated.</param>
    /// <exception cref="ArgumentException">The key is empty, or the destination was a sharing link and must be set again.</exception>
    /// <exception cref="ItemConflictException">
    /// An item with the name already exists; the uploaded bytes are kept for another call.
    /// </exception>
    /// <exception cref="PreconditionFailedException">The condition is not met; the uploaded bytes are kept for another call.</exception>
    /// <exception cref="QuotaExceededException">The drive is full; the uploaded bytes are kept for another call.</exception>
    /// <exception cref="UploadNotResumableException">The upload does not exist, or its session has expired.</exception>
    /// <exception cref="OneDriveException">Bytes are missing, or another worker holds the lease of the upload.</exception>
    Task<UploadResult> CommitUploadAsync(
        string resumeKey, CommitUploadOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Cancels an upload that was started with a resume key: deletes the upload session at the service and the record.</summary>
    /// <remarks>If the session cannot be reached, it expires later; the record is removed in any case.</remarks>
    /// <param name="resumeKey">The <see cref="UploadOptions.ResumeKey"/> of the upload.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see langword="false"/> if the session store does not contain the upload.</returns>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    /// <exception cref="OneDriveException">A worker holds the lease of the upload; cancel that call instead.</exception>
    /// <example>
    /// <code>
    /// await client.Content.CancelUploadAsync("video.mp4");
    /// </code>
    /// </example>
    Task<bool> CancelUploadAsync(string resumeKey, CancellationToken cancellationToken = default);

    /// <summary>Lists the incomplete uploads of the session store, oldest first.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="NotSupportedException">The session store cannot list its records; the message contains the alternative.</exception>
    Task<IReadOnlyList<PendingUpload>> ListUploadsAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes the records of expired uploads, after the service confirmed that the session no longer exists. Uploads with a lease, and
    /// those whose state is unknown, are kept.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of removed records.</returns>
    /// <exception cref="NotSupportedException">The session store cannot list its records; the message contains the alternative.</exception>
    Task<int> RemoveExpiredUploadsAsync(CancellationToken cancellationToken = default);

    /// <summary>Downloads a file into a stream.</summary>
    /// <param name="source">The file.</param>
    /// <param name="destination">Where the bytes go; any writable stream. It is not disposed.</param>
    /// <param name="options">The options of the download.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <exception cref="ItemNotFoundException">The file does not exist.</exception>
    /// <exception cref="ContentVerificationException">The received content differs from the content at the service.</exception>
    /// <example>
    /// <code>
    /// using var destination = new MemoryStream();
    /// var download = await client.Content.DownloadAsync(DriveAddress.Me.Path("/Notes/hello.txt"), destination);
    /// Console.WriteLine($"{download.Length} bytes, {download.Integrity}");
    /// </code>
    /// </example>
    Task<DownloadResult> DownloadAsync(
        ItemAddress source, Stream destination, DownloadOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Downloads to a local file, which is created only when the content is complete and verified.</summary>
    /// <param name="source">The file.</param>
    /// <param name="path">The path on this machine.</param>
    /// <param name="options">The options of the download.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <exception cref="IOException">The disk is full, or the file exists and must not be overwritten.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    /// <example>
    /// <code>
    /// var result = await client.Content.DownloadFileAsync(
    ///     DriveAddress.Me.Path("/Videos/video.mp4"),
    ///     path,
    ///     new DownloadOptions
    ///     {
    ///         Overwrite = true,
    ///         Progress = new Progress&lt;TransferProgress&gt;(progress =&gt; Console.WriteLine($"{progress.Fraction:P0}")),
    ///     });
    /// Console.WriteLine(result.ResumedFrom is { } position ? $"continued from byte {position}" : "downloaded in one go");
    /// </code>
    /// </example>
    Task<DownloadResult> DownloadFileAsync(
        ItemAddress source, string path, DownloadOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Opens a file as a seekable stream, without downloading the rest. Content is requested as it is read, and lost connections are
    /// resumed. Connections are released while the stream is not read. The content is not verified with a hash.
    /// </summary>
    /// <param name="source">The file.</param>
    /// <param name="options">The options, such as the buffer size.</param>
    /// <param name="cancellationToken">Cancels the opening; each read has its own token.</param>
    /// <returns>
    /// A stream for asynchronous reads by one reader at a time: <c>Read</c> throws <see cref="NotSupportedException"/>. A read throws
    /// <see cref="ContentChangedException"/> if the file was replaced after it was opened.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The buffer is too small or too large.</exception>
    /// <exception cref="ItemNotFoundException">The file does not exist.</exception>
    /// <example>
    /// <code>
    /// await using var stream = await client.Content.OpenReadAsync(DriveAddress.Me.Path("/Logs/today.txt"));
    /// stream.Seek(-Math.Min(stream.Length, 1000), SeekOrigin.End);
    /// using var reader = new StreamReader(stream);
    /// Console.WriteLine(await reader.ReadToEndAsync());
    /// </code>
    /// </example>
    Task<Stream> OpenReadAsync(ItemAddress source, OpenReadOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reads a whole file as text, verified like a download.</summary>
    /// <param name="source">The file.</param>
    /// <param name="options">The encoding, and the maximum length of the file.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ItemNotFoundException">The file does not exist.</exception>
    /// <exception cref="ContentTooLargeException">The file is longer than allowed.</exception>
    /// <exception cref="ContentVerificationException">The received content differs from the content at the service.</exception>
    Task<string> ReadAsStringAsync(ItemAddress source, ReadAsStringOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Uploads a local folder with all its content. A failed file does not stop the others; see the result.</summary>
    /// <param name="destinationFolder">The destination folder; it is created if it does not exist.</param>
    /// <param name="localPath">The path of the folder on this machine.</param>
    /// <param name="options">What is uploaded, and how.</param>
    /// <param name="cancellationToken">Cancels the transfer; a new call resumes it.</param>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist on this machine.</exception>
    /// <exception cref="ItemConflictException">A file stands where the destination folder should be.</exception>
    /// <example>
    /// <code>
    /// var result = await client.Content.UploadFolderAsync(
    ///     DriveAddress.Me.Path("/Backup"),
    ///     folder,
    ///     new UploadFolderOptions { Conflict = ConflictBehavior.Replace, ResumeKeyPrefix = "adele/backup" });
    /// foreach (var failure in result.Failures)
    ///     Console.WriteLine($"{failure.RelativePath}: {failure.Error!.Message}");
    /// </code>
    /// </example>
    Task<FolderTransferResult> UploadFolderAsync(
        ItemAddress destinationFolder,
        string localPath,
        UploadFolderOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Downloads a folder with all its content. A file that fails, or whose name is not valid on this machine, does not stop the others;
    /// see the result. No file is written outside the local folder.
    /// </summary>
    /// <param name="sourceFolder">The folder.</param>
    /// <param name="localPath">The local folder; it is created if it does not exist.</param>
    /// <param name="options">What is downloaded, and how.</param>
    /// <param name="cancellationToken">Cancels the transfer; a new call skips files that are complete.</param>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="ItemNotFoundException">The folder does not exist.</exception>
    /// <exception cref="ItemConflictException">The source is not a folder.</exception>
    /// <exception cref="IOException">The local folder cannot be created.</exception>
    /// <example>
    /// <code>
    /// var result = await client.Content.DownloadFolderAsync(
    ///     DriveAddress.Me.Path("/Backup"), copy, new DownloadFolderOptions { Overwrite = true });
    /// result.EnsureComplete();
    /// </code>
    /// </example>
    Task<FolderTransferResult> DownloadFolderAsync(
        ItemAddress sourceFolder, string localPath, DownloadFolderOptions? options = null, CancellationToken cancellationToken = default);
}
