namespace OneDrive.Sdk;

/// <summary>How a file is checked in.</summary>
public sealed class CheckInOptions
{
    /// <summary>What the new version is about.</summary>
    /// <value>Default: <see langword="null"/>, nothing is said.</value>
    public string? Comment { get; init; }

    /// <summary>What the file is after it was checked in.</summary>
    /// <value>Default: <see langword="null"/>, as the library has it.</value>
    public CheckInKind? CheckInAs { get; init; }
}
