namespace OneDrive.Sdk.Models;

/// <summary>An earlier state of a file.</summary>
public sealed class DriveItemVersion : BaseItemVersion
{
    /// <summary>The size of the content of this version, in bytes.</summary>
    public long? Size { get; init; }
}
