namespace OneDrive.Sdk.Fleet.Data;

/// <summary>A file of a batch, or a folder that has no files.</summary>
internal sealed class FileRow
{
    public long Id { get; set; }

    public int CopyId { get; set; }

    public long BatchId { get; set; }

    public BatchRow? Batch { get; set; }

    /// <summary>The folder below the source, with slashes; empty for the source itself.</summary>
    public required string Folder { get; init; }

    public required string Name { get; init; }

    public bool IsFolder { get; init; }

    public long Size { get; init; }

    public FileState State { get; set; }

    /// <summary>The kind of a failure, such as "conflict"; null without one.</summary>
    public string? Cause { get; set; }

    public string? Message { get; set; }

    /// <summary>How often the transfer failed.</summary>
    public int Attempts { get; set; }

    /// <summary>The QuickXorHash of the content that was transferred.</summary>
    public string? Hash { get; set; }

    public long? EndedMs { get; set; }

    internal string Path => Folder.Length == 0 ? Name : $"{Folder}/{Name}";
}
