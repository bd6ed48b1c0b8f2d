using OneDrive.Sdk;

namespace TestingYourApp;

/// <summary>Puts the invoices of a folder into OneDrive, sorted by year, each of them once.</summary>
public sealed class InvoiceArchive(IOneDriveClient client)
{
    private static readonly ItemAddress Archive = DriveAddress.Default.Path("/Invoices");

    /// <summary>Archives what is there.</summary>
    /// <param name="folder">A folder with files whose names start with the year: 2024-17.pdf.</param>
    /// <param name="cancellationToken">Ends the work; what was archived stays.</param>
    /// <returns>What became of each invoice.</returns>
    public async Task<ArchiveReport> RunAsync(string folder, CancellationToken cancellationToken = default)
    {
        var report = new ArchiveReport();
        foreach (var file in Directory.EnumerateFiles(folder, "*.pdf").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            try
            {
                var options = new UploadOptions { Conflict = ConflictBehavior.Fail };
                await client.Content.UploadFileAsync(Archive.Child(name[..4]).Child(name), file, options, cancellationToken);
                report.Archived.Add(name);
            }
            catch (ItemConflictException)
            {
                report.AlreadyThere.Add(name);
            }
            catch (QuotaExceededException)
            {
                report.IsFull = true;
                return report;
            }
        }

        return report;
    }
}
