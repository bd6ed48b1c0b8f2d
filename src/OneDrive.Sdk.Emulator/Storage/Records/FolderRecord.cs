namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>The folder itself: what wrote it, how often it was opened, and the key of its download addresses.</summary>
internal sealed class FolderRecord
{
    public int Format { get; init; }

    public int Opened { get; init; }

    public required string DownloadKey { get; init; }
}
