using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

public partial interface IDrivesClient
{
    /// <summary>Changes the name or the description of a drive.</summary>
    /// <param name="drive">The drive.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="options">The condition of the change, such as an eTag.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The changes are empty.</exception>
    Task<Drive> UpdateAsync(
        DriveAddress drive, DriveChanges changes, UpdateDriveOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Tests whether the drive can be read, and whether a file can be written and deleted. Nothing is left behind, except in the recycle
    /// bin of a personal drive or of a drive behind <see cref="OneDriveOptions.ServiceEndpoint"/>. A failed step does not throw an
    /// exception; see the report.
    /// </summary>
    /// <param name="drive">The drive.</param>
    /// <param name="options">Where, and whether writing is tested.</param>
    /// <param name="cancellationToken">Cancels the test; the test file is deleted in any case.</param>
    /// <example>
    /// <code>
    /// var report = await client.Drives.TestConnectionAsync(DriveAddress.Default);
    /// Console.WriteLine(report.IsSuccess ? "fine" : (report.Read.Error ?? report.Write.Error ?? report.Delete.Error)!.Message);
    /// </code>
    /// </example>
    Task<ConnectionReport> TestConnectionAsync(
        DriveAddress drive, TestConnectionOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the sites of the tenant, to choose a drive from. Needs the permission <c>Sites.Read.All</c>.</summary>
    /// <param name="options">What to look for, and how many entries a page has.</param>
    Paged<Site> ListSitesAsync(ListSitesOptions? options = null);

    /// <summary>Gets a site.</summary>
    /// <param name="siteId">The site id, or host and path as in <c>contoso.sharepoint.com:/sites/team</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The site does not exist.</exception>
    Task<Site> GetSiteAsync(string siteId, CancellationToken cancellationToken = default);
}
