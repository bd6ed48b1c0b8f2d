using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>What became of one file or folder.</summary>
public sealed class FolderTransferItem
{
    /// <summary>Creates an entry, for tests of applications.</summary>
    /// <param name="relativePath">The path below the transferred folder, with slashes.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    /// <param name="outcome">What became of it.</param>
    public FolderTransferItem(string relativePath, bool isFolder, FolderTransferOutcome outcome)
    {
        RelativePath = relativePath;
        IsFolder = isFolder;
        Outcome = outcome;
    }

    /// <summary>The path below the transferred folder, with slashes; empty for that folder itself. It may hold any character.</summary>
    public string RelativePath { get; }

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder { get; }

    /// <summary>What became of it.</summary>
    public FolderTransferOutcome Outcome { get; }

    /// <summary>Why it was left out.</summary>
    /// <value><see cref="FolderSkipReason.None"/> unless it was skipped.</value>
    public FolderSkipReason SkipReason { get; init; }

    /// <summary>Why it failed.</summary>
    /// <value>Null unless it failed.</value>
    public Exception? Error { get; init; }

    /// <summary>The item at the service, as far as it is known.</summary>
    public DriveItem? Item { get; init; }

    /// <summary>How many bytes the transferred file has.</summary>
    public long Length { get; init; }

    /// <summary>Whether the transferred bytes were compared with what the service holds.</summary>
    public ContentIntegrity Integrity { get; init; }

    internal static FolderTransferItem Skipped(string relativePath, bool isFolder, FolderSkipReason reason) =>
        new(relativePath, isFolder, FolderTransferOutcome.Skipped) { SkipReason = reason };

    internal static FolderTransferItem Failed(string relativePath, bool isFolder, Exception error) =>
        new(relativePath, isFolder, FolderTransferOutcome.Failed) { Error = error };
}
