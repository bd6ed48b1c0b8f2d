namespace OneDrive.Sdk.Requests;

/// <summary>An item on another drive.</summary>
[JsonRequest]
internal sealed partial class RemoteItemRequest
{
    public required string Id { get; init; }

    public required ParentReferenceRequest ParentReference { get; init; }
}
