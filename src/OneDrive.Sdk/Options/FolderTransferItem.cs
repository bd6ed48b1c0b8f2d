using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>The result of one file or folder of a folder transfer.</summary>
public sealed class FolderTransferItem
{
    /// <summary>Creates an entry, for tests of applications.</summary>
    /// <param name="relativePath">The path below the transferred folder, with slashes.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    /// <param name="outcome">The outcome.</param>
    public FolderTransferItem(string relativePath, bool isFolder, FolderTransferOutcome outcome)
    {
        RelativePath = relativePath;
        IsFolder = isFolder;
        Outcome = outcome;
    }

    /// <summary>The path below the transferred folder, with slashes; empty for that folder itself. It may contain any character.</summary>
    public string RelativePath { get; }

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder { get; }

    /// <summary>The outcome.</summary>
    public FolderTransferOutcome Outcome { get; }

    /// <summary>The reason why it was skipped.</summary>
    /// <value><see cref="FolderSkipReason.None"/> unless it was skipped.</value>
    public FolderSkipReason SkipReason { get; init; }

    /// <summary>The failure.</summary>
    /// <value>Null unless it failed.</value>
    public Exception? Error { get; init; }

    /// <summary>The item at the service, if it is known.</summary>
    public DriveItem? Item { get; init; }

    /// <summary>The length of the transferred file, in bytes.</summary>
    public long Length { get; init; }

    /// <summary>The result of the verification of the transferred content.</summary>
    public ContentIntegrity Integrity { get; init; }

    internal static FolderTransferItem Skipped(string relativePath, bool isFolder, FolderSkipReason reason) =>
        new(relativePath, isFolder, FolderTransferOutcome.Skipped) { SkipReason = reason };

    internal static FolderTransferItem Failed(string relativePath, bool isFolder, Exception error) =>
        new(relativePath, isFolder, FolderTransferOutcome.Failed) { Error = error };
}
