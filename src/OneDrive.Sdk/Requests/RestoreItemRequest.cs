namespace OneDrive.Sdk.Requests;

/// <summary>The body that brings a deleted item back; what is null is left to the service.</summary>
[JsonRequest]
internal sealed partial class RestoreItemRequest
{
    public ParentReferenceRequest? ParentReference { get; init; }

    public string? Name { get; init; }
}
