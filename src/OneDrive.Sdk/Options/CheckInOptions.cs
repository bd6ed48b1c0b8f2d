namespace OneDrive.Sdk;

/// <summary>Options for checking a file in.</summary>
public sealed class CheckInOptions
{
    /// <summary>The comment of the new version.</summary>
    /// <value>Default: <see langword="null"/>, no comment.</value>
    public string? Comment { get; init; }

    /// <summary>The state of the file after check-in.</summary>
    /// <value>Default: <see langword="null"/>, the default of the library.</value>
    public CheckInKind? CheckInAs { get; init; }
}
