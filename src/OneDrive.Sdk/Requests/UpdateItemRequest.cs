namespace OneDrive.Sdk.Requests;

/// <summary>The body that changes or moves an item; what is null stays as it is and is not sent.</summary>
[JsonRequest]
internal sealed partial class UpdateItemRequest
{
    public string? Name { get; init; }

    /// <summary>The new description; an empty text removes it.</summary>
    public string? Description { get; init; }

    public ParentReferenceRequest? ParentReference { get; init; }

    public FileSystemInfoRequest? FileSystemInfo { get; init; }
}
