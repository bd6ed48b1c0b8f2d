namespace OneDrive.Sdk;

/// <summary>Options for committing an upload. Options that are null keep the value that the upload was started with.</summary>
public sealed class CommitUploadOptions
{
    /// <summary>
    /// Another destination for the file, in the same drive. The conditions that the upload was started with apply to the old destination
    /// and are then ignored.
    /// </summary>
    /// <value>Default: null, the destination of the upload.</value>
    public ItemAddress? Destination { get; init; }

    /// <summary>The conflict behavior.</summary>
    /// <value>Default: null, the value that the upload was started with.</value>
    public ConflictBehavior? Conflict { get; init; }

    /// <summary>The eTag or cTag that the item at the destination must still have.</summary>
    /// <value>Default: null, the condition that the upload was started with.</value>
    public string? IfMatch { get; init; }

    /// <summary>The eTag or cTag that the item at the destination must not have, or <c>*</c>.</summary>
    /// <value>Default: null, the condition that the upload was started with.</value>
    public string? IfNoneMatch { get; init; }

    internal CommitUploadOptions To(ItemAddress destination) => new()
    {
        Destination = destination,
        Conflict = Conflict,
        IfMatch = IfMatch,
        IfNoneMatch = IfNoneMatch,
    };
}
