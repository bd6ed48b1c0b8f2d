namespace OneDrive.Sdk.EntityFramework;

/// <summary>A row whose content is sealed and replaced by compare-and-swap.</summary>
internal abstract class SealedRow
{
    /// <summary>The name of the registration.</summary>
    public string Scope { get; init; } = "";

    /// <summary>The SHA-256 of the key: keys name people and files.</summary>
    public string Id { get; init; } = "";

    /// <summary>The version of the entry, the concurrency token.</summary>
    public long Version { get; init; }

    public byte[] Content { get; init; } = [];
}
