namespace OneDrive.Sdk.Requests;

/// <summary>The body that starts a copy; what is null is not sent.</summary>
[JsonRequest]
internal sealed partial class CopyItemRequest
{
    public required ParentReferenceRequest ParentReference { get; init; }

    public string? Name { get; init; }

    public bool? ChildrenOnly { get; init; }

    public bool? IncludeAllVersionHistory { get; init; }
}
