namespace OneDrive.Sdk.Requests;

/// <summary>An item that a bundle is to hold.</summary>
[JsonRequest]
internal sealed partial class BundleChildRequest
{
    public required string Id { get; init; }
}
