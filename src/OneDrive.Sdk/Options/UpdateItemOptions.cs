namespace OneDrive.Sdk;

/// <summary>Options for changing an item.</summary>
public sealed class UpdateItemOptions
{
    /// <summary>The eTag or cTag that the item must still have, as it was received.</summary>
    /// <value>Default: <see langword="null"/>, no condition.</value>
    public string? IfMatch { get; init; }
}
