namespace OneDrive.Sdk;

/// <summary>What proves that the caller may use a protected permission.</summary>
public sealed class ValidatePermissionOptions
{
    /// <summary>The password of the link.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public string? Password { get; init; }
}
