using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk.Calls;

/// <summary>Copies, which the service makes in its own time.</summary>
internal static class CopyCalls
{
    /// <summary>
    /// Starts a copy: the response names an address at which its progress is told, to anyone who knows it and without a token. See
    /// <see href="https://learn.microsoft.com/graph/api/driveitem-copy"/>.
    /// </summary>
    /// <param name="item">What is copied.</param>
    /// <param name="newParent">The folder that gets the copy; its drive may be left out when it is that of the item.</param>
    /// <param name="options">Under which name and how.</param>
    internal static GraphCall<NoContent> Start(ItemAddress item, ParentReferenceRequest newParent, CopyItemOptions? options = null)
    {
        if (options?.NewName is { } name)
        {
            PathRules.RequireSegment(name, nameof(options));
        }

        var body = new CopyItemRequest
        {
            ParentReference = newParent,
            Name = options?.NewName,
            ChildrenOnly = options?.ChildrenOnly is true ? true : null,
            IncludeAllVersionHistory = options?.IncludeAllVersionHistory is true ? true : null,
        };
        return new()
        {
            Operation = "Items.StartCopy",
            Method = HttpMethod.Post,
            Path = item.ToRequestPath("copy"),
            Query = options?.Conflict is { } conflict ? [new(ConflictBehaviorText.Name, conflict.ToWireValue())] : [],
            Headers = [new("Prefer", "respond-async")],
            Body = new JsonCallBody(body),
            IsIdempotent = false,
        };
    }
}
