using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

public partial interface IDrivesClient
{
    /// <summary>Changes the name or the description of a drive.</summary>
    /// <param name="drive">The drive.</param>
    /// <param name="changes">What changes.</param>
    /// <param name="options">Under which condition.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">Nothing changes.</exception>
    Task<Drive> UpdateAsync(
        DriveAddress drive, DriveChanges changes, UpdateDriveOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Tests whether the drive can be read, and a file in it written and deleted; nothing stays behind, except in the recycle bin of a
    /// personal drive. A step that fails is no exception: look at the report.
    /// </summary>
    /// <param name="drive">The drive.</param>
    /// <param name="options">Where, and whether writing is tested.</param>
    /// <param name="cancellationToken">Ends the test; what was written is deleted all the same.</param>
    Task<ConnectionReport> TestConnectionAsync(
        DriveAddress drive, TestConnectionOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the sites of the tenant, to choose a drive from. Needs the permission <c>Sites.Read.All</c>.</summary>
    /// <param name="options">What to look for, and how many entries a page has.</param>
    Paged<Site> ListSitesAsync(ListSitesOptions? options = null);

    /// <summary>Gets a site.</summary>
    /// <param name="siteId">The site id, or host and path as in <c>contoso.sharepoint.com:/sites/team</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ItemNotFoundException">There is no such site.</exception>
    Task<Site> GetSiteAsync(string siteId, CancellationToken cancellationToken = default);
}
