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
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The file or the version does not exist.</exception>
    Task<DriveItemVersion> GetAsync(
        ItemAddress file, string versionId, GetVersionOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Downloads an earlier version of a file; lost connections are resumed. The service does not return hashes of old versions, so only
    /// the length is verified.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="versionId">The id of the version.</param>
    /// <param name="destination">Where the bytes go; any writable stream. It is not disposed.</param>
    /// <param name="options">The options of the download.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>How many bytes the version has.</returns>
    /// <exception cref="ItemNotFoundException">The file or the version does not exist.</exception>
    /// <exception cref="ContentVerificationException">The content changed when the download was resumed.</exception>
    Task<long> DownloadAsync(
        ItemAddress file,
        string versionId,
        Stream destination,
        DownloadVersionOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Restores an earlier version as the newest one. The history is kept.</summary>
    /// <param name="file">The file.</param>
    /// <param name="versionId">The id of the version.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The file or the version does not exist.</exception>
    Task RestoreAsync(ItemAddress file, string versionId, CancellationToken cancellationToken = default);

    /// <summary>Deletes an earlier version permanently; supported on business drives only.</summary>
    /// <param name="file">The file.</param>
    /// <param name="versionId">The id of the version; the newest one cannot be deleted.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The file or the version does not exist.</exception>
    Task DeleteAsync(ItemAddress file, string versionId, CancellationToken cancellationToken = default);
}
