namespace OneDrive.Sdk.Requests;

/// <summary>The body that brings a deleted item back; what is null is left to the service.</summary>
internal sealed class RestoreItemRequest
{
    public ParentReferenceRequest? ParentReference { get; init; }

    public string? Name { get; init; }
}
