using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>Content that counts as the file.</summary>
/// <param name="Item">The file whose bytes they are.</param>
/// <param name="Integrity">What is known about them.</param>
internal sealed record DownloadOutcome(DriveItem Item, ContentIntegrity Integrity)
{
    /// <summary>
    /// Whether the content differs from the description and may be a page instead of the file: it replaces no other file.
    /// </summary>
    internal bool IsDoubtful { get; init; }
}
