namespace OneDrive.Sdk.Models;

/// <summary>An earlier state of a file.</summary>
[JsonModel]
public sealed partial class DriveItemVersion : BaseItemVersion
{
    /// <summary>The size of the content of this version, in bytes.</summary>
    public long? Size { get; init; }
}
