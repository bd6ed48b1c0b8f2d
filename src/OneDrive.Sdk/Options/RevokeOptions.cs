namespace OneDrive.Sdk;

/// <summary>Options for removing a permission.</summary>
public sealed class RevokeOptions
{
    /// <summary>The eTag that the item must still have, as it was received.</summary>
    /// <value>Default: <see langword="null"/>, no condition.</value>
    public string? IfMatch { get; init; }
}
