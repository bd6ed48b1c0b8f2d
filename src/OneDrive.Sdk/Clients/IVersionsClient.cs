using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>The history of one file.</summary>
public partial interface IVersionsClient
{
    /// <summary>Lists the versions of a file, the newest first; the first one is what the file holds now.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">Which properties to return, and how many entries a page has.</param>
    Paged<DriveItemVersion> ListAsync(ItemAddress file, ListVersionsOptions? options = null);

    /// <summary>Gets one version.</summary>
    /// <param name="file">The file.</param>
    /// <param name="versionId">The id of the version, such as <c>2.0</c>.</param>
    /// <param name="options">Which properties to return.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ItemNotFoundException">There is no such file or version.</exception>
    Task<DriveItemVersion> GetAsync(
        ItemAddress file, string versionId, GetVersionOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Downloads what a file held in an earlier version; after a broken connection it goes on. The service tells no hash of old versions,
    /// so that only the length is checked.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="versionId">The id of the version.</param>
    /// <param name="destination">Where the bytes go; any writable stream. It is not disposed.</param>
    /// <param name="options">How the download behaves.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <returns>How many bytes the version has.</returns>
    /// <exception cref="ItemNotFoundException">There is no such file or version.</exception>
    /// <exception cref="ContentVerificationException">Other bytes came when the download was continued.</exception>
    Task<long> DownloadAsync(
        ItemAddress file,
        string versionId,
        Stream destination,
        DownloadVersionOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Makes an earlier version the newest one; nothing of the history is lost.</summary>
    /// <param name="file">The file.</param>
    /// <param name="versionId">The id of the version.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ItemNotFoundException">There is no such file or version.</exception>
    Task RestoreAsync(ItemAddress file, string versionId, CancellationToken cancellationToken = default);

    /// <summary>Deletes an earlier version for good; business drives only.</summary>
    /// <param name="file">The file.</param>
    /// <param name="versionId">The id of the version; the newest one cannot be deleted.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ItemNotFoundException">There is no such file or version.</exception>
    Task DeleteAsync(ItemAddress file, string versionId, CancellationToken cancellationToken = default);
}
