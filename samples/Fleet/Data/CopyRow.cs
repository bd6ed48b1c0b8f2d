namespace OneDrive.Sdk.Fleet.Data;

/// <summary>A local folder that is copied to a folder of a drive.</summary>
internal sealed class CopyRow
{
    public int Id { get; set; }

    /// <summary>The local folder, under the same path on every machine.</summary>
    public required string Source { get; init; }

    /// <summary>The address of the drive, such as /users/adele@contoso.com.</summary>
    public required string Drive { get; init; }

    /// <summary>The folder of the drive, without outer slashes; empty for the root.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether other files at the destination are replaced. By default they are kept, and the file fails.</summary>
    public bool Replaces { get; set; }

    public long PlannedMs { get; init; }
}
