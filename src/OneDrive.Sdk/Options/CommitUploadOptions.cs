namespace OneDrive.Sdk;

/// <summary>How an upload whose bytes are all at the service becomes a file; what is null is as the upload was begun.</summary>
public sealed class CommitUploadOptions
{
    /// <summary>
    /// Another place or name for the file, in the same drive. The conditions that the upload was begun with were about the old place and
    /// no longer count.
    /// </summary>
    /// <value>Default: null, the destination of the upload.</value>
    public ItemAddress? Destination { get; init; }

    /// <summary>What happens when the destination already has an item of this name.</summary>
    /// <value>Default: null, what the upload was begun with.</value>
    public ConflictBehavior? Conflict { get; init; }

    /// <summary>The eTag or cTag that the item at the destination must still have.</summary>
    /// <value>Default: null, the condition that the upload was begun with.</value>
    public string? IfMatch { get; init; }

    /// <summary>The eTag or cTag that the item at the destination must not have, or <c>*</c>.</summary>
    /// <value>Default: null, the condition that the upload was begun with.</value>
    public string? IfNoneMatch { get; init; }

    internal CommitUploadOptions To(ItemAddress destination) => new()
    {
        Destination = destination,
        Conflict = Conflict,
        IfMatch = IfMatch,
        IfNoneMatch = IfNoneMatch,
    };
}
