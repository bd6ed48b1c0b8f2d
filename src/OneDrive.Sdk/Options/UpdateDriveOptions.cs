namespace OneDrive.Sdk;

/// <summary>Under which condition a drive is changed.</summary>
public sealed class UpdateDriveOptions
{
    /// <summary>The eTag that the drive must still have, as it was received.</summary>
    /// <value>Default: <see langword="null"/>, no condition.</value>
    public string? IfMatch { get; init; }
}
