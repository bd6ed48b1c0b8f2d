using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>The bytes of files: uploads that survive, downloads that are complete.</summary>
public partial interface IContentClient
{
    /// <summary>Uploads a stream from its current position to its end.</summary>
    /// <param name="destination">The file to create or replace, addressed by a path or by the id of an existing file.</param>
    /// <param name="content">The bytes; any readable stream. It is not disposed.</param>
    /// <param name="options">What happens on a conflict, how the upload is resumed, and more.</param>
    /// <param name="cancellationToken">Ends the upload; with a resume key it can be continued later.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, or its length is needed and not known.</exception>
    /// <exception cref="ItemConflictException">The name is taken.</exception>
    /// <exception cref="QuotaExceededException">The drive is full.</exception>
    /// <exception cref="UploadNotResumableException">The service needs bytes again that the stream cannot give again.</exception>
    /// <exception cref="ContentVerificationException">The service holds other bytes than were sent.</exception>
    Task<UploadResult> UploadAsync(
        ItemAddress destination, Stream content, UploadOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Uploads a file of this machine.</summary>
    /// <param name="destination">The file to create or replace, addressed by a path or by the id of an existing file.</param>
    /// <param name="path">The path of the file on this machine.</param>
    /// <param name="options">What happens on a conflict, how the upload is resumed, and more.</param>
    /// <param name="cancellationToken">Ends the upload; with a resume key it can be continued later.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    Task<UploadResult> UploadFileAsync(
        ItemAddress destination, string path, UploadOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Creates a small file together with what is known of it, in one request; personal drives only. Everything else takes
    /// <see cref="UploadAsync"/>, which goes on after failures and compares hashes.
    /// </summary>
    /// <param name="folder">The folder that will hold the file.</param>
    /// <param name="name">The name of the file, not encoded.</param>
    /// <param name="content">The content, in memory.</param>
    /// <param name="options">What is known of the file, and what happens when the name is taken.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The name is no single name, or the media type is none.</exception>
    /// <exception cref="ItemConflictException">The name is taken.</exception>
    Task<DriveItem> CreateFileAsync(
        ItemAddress folder,
        string name,
        ReadOnlyMemory<byte> content,
        CreateFileOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes the file of an upload whose bytes are all at the service, without sending them again: one with
    /// <see cref="UploadOptions.DeferCommit"/>, or one that was refused at its end because of a name, a condition or the quota.
    /// </summary>
    /// <param name="resumeKey">The <see cref="UploadOptions.ResumeKey"/> of the upload.</param>
    /// <param name="options">Another name, place or conflict behaviour than the upload was begun with.</param>
    /// <param name="cancellationToken">Cancels the call; it can be made again.</param>
    /// <exception cref="ArgumentException">The key is empty, or the destination was a sharing link and has to be given again.</exception>
    /// <exception cref="ItemConflictException">The name is taken; the bytes stay at the service for another call.</exception>
    /// <exception cref="PreconditionFailedException">The condition is not met; the bytes stay at the service for another call.</exception>
    /// <exception cref="QuotaExceededException">The drive is full; the bytes stay at the service for another call.</exception>
    /// <exception cref="UploadNotResumableException">There is no such upload, or its session is over.</exception>
    /// <exception cref="OneDriveException">Bytes are missing, or another worker is at work on the upload.</exception>
    Task<UploadResult> CommitUploadAsync(
        string resumeKey, CommitUploadOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gives up an upload that was begun with a resume key: its session at the service is ended and its record removed.</summary>
    /// <remarks>A session that cannot be reached now ends by itself later; the record is removed all the same.</remarks>
    /// <param name="resumeKey">The <see cref="UploadOptions.ResumeKey"/> of the upload.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when there is no such upload in the session store.</returns>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    /// <exception cref="OneDriveException">A worker is at work on the upload; cancel that call instead.</exception>
    Task<bool> CancelUploadAsync(string resumeKey, CancellationToken cancellationToken = default);

    /// <summary>Lists the uploads of the session store that were begun with a resume key and are not complete, the oldest first.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="NotSupportedException">The session store cannot list; the message says what to do instead.</exception>
    Task<IReadOnlyList<PendingUpload>> ListUploadsAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes the records of uploads whose time is over, once the service confirms that their session is gone. Uploads that somebody works
    /// on, and those of which the service says nothing now, are left alone.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many records were removed.</returns>
    /// <exception cref="NotSupportedException">The session store cannot list; the message says what to do instead.</exception>
    Task<int> RemoveExpiredUploadsAsync(CancellationToken cancellationToken = default);

    /// <summary>Downloads a file into a stream.</summary>
    /// <param name="source">The file.</param>
    /// <param name="destination">Where the bytes go; any writable stream. It is not disposed.</param>
    /// <param name="options">How the download behaves.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <exception cref="ItemNotFoundException">There is no such file.</exception>
    /// <exception cref="ContentVerificationException">Other bytes arrived than the service holds.</exception>
    Task<DownloadResult> DownloadAsync(
        ItemAddress source, Stream destination, DownloadOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Downloads to a file of this machine, which appears only when it is complete and verified.</summary>
    /// <param name="source">The file.</param>
    /// <param name="path">The path on this machine.</param>
    /// <param name="options">How the download behaves.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <exception cref="IOException">The disk is full, or the file exists and must not be replaced.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    Task<DownloadResult> DownloadFileAsync(
        ItemAddress source, string path, DownloadOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Opens a file as a stream that can be read from any position, without downloading the rest. It fetches pieces as they are read,
    /// survives lost connections, and holds no connection while nobody reads. What is read is not compared with a hash.
    /// </summary>
    /// <param name="source">The file.</param>
    /// <param name="options">How much is held in memory.</param>
    /// <param name="cancellationToken">Ends the opening; each read has a token of its own.</param>
    /// <returns>
    /// A stream for asynchronous reading by one reader at a time: <c>Read</c> throws <see cref="NotSupportedException"/>, since no thread
    /// is blocked for the network. A read throws <see cref="ContentChangedException"/> when the file was replaced after it was opened.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The buffer is too small or too large.</exception>
    /// <exception cref="ItemNotFoundException">There is no such file.</exception>
    Task<Stream> OpenReadAsync(ItemAddress source, OpenReadOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reads a whole file as text, verified like a download.</summary>
    /// <param name="source">The file.</param>
    /// <param name="options">The encoding, and how long the file may be.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ItemNotFoundException">There is no such file.</exception>
    /// <exception cref="ContentTooLargeException">The file is longer than allowed.</exception>
    /// <exception cref="ContentVerificationException">Other bytes arrived than the service holds.</exception>
    Task<string> ReadAsStringAsync(ItemAddress source, ReadAsStringOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Uploads a folder of this machine with everything in it. A file that fails does not end the others: look at the result.
    /// </summary>
    /// <param name="destinationFolder">The folder that will hold what the local folder holds; it is made when it is missing.</param>
    /// <param name="localPath">The path of the folder on this machine.</param>
    /// <param name="options">What is uploaded, and how.</param>
    /// <param name="cancellationToken">Ends the transfer; started again, it goes on where it was.</param>
    /// <exception cref="ArgumentException">An option has a value that cannot work.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder on this machine.</exception>
    /// <exception cref="ItemConflictException">A file stands where the destination folder should be.</exception>
    Task<FolderTransferResult> UploadFolderAsync(
        ItemAddress destinationFolder,
        string localPath,
        UploadFolderOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Downloads a folder with everything in it. A file that fails, or that cannot have its name on this machine, does not end the others:
    /// look at the result. Nothing is written outside the local folder.
    /// </summary>
    /// <param name="sourceFolder">The folder.</param>
    /// <param name="localPath">The folder on this machine that will hold what the source holds; it is made when it is missing.</param>
    /// <param name="options">What is downloaded, and how.</param>
    /// <param name="cancellationToken">Ends the transfer; started again, it leaves out what is complete.</param>
    /// <exception cref="ArgumentException">An option has a value that cannot work.</exception>
    /// <exception cref="ItemNotFoundException">There is no such folder.</exception>
    /// <exception cref="ItemConflictException">The source is not a folder.</exception>
    /// <exception cref="IOException">The local folder cannot be made.</exception>
    Task<FolderTransferResult> DownloadFolderAsync(
        ItemAddress sourceFolder, string localPath, DownloadFolderOptions? options = null, CancellationToken cancellationToken = default);
}
