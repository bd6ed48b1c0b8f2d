namespace OneDrive.Sdk.SharePoint;

/// <summary>Options for deleting a list entry.</summary>
public sealed class DeleteListItemOptions
{
    /// <summary>The eTag that the entry must still have; otherwise <see cref="PreconditionFailedException"/> is thrown.</summary>
    /// <value>Default: <see langword="null"/>, no condition.</value>
    public string? IfMatch { get; init; }
}
