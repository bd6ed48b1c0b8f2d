namespace OneDrive.Sdk;

/// <summary>Options for changing a drive.</summary>
public sealed class UpdateDriveOptions
{
    /// <summary>The eTag that the drive must still have, as it was received.</summary>
    /// <value>Default: <see langword="null"/>, no condition.</value>
    public string? IfMatch { get; init; }
}
