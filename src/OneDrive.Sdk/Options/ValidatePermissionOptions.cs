namespace OneDrive.Sdk;

/// <summary>Options for validating a protected permission.</summary>
public sealed class ValidatePermissionOptions
{
    /// <summary>The password of the link.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public string? Password { get; init; }
}
