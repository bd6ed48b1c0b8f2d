namespace OneDrive.Sdk.Requests;

/// <summary>The body that makes a folder of another drive appear in one's own.</summary>
[JsonRequest]
internal sealed partial class AddSharedFolderRequest
{
    public required string Name { get; init; }

    public required RemoteItemRequest RemoteItem { get; init; }
}
