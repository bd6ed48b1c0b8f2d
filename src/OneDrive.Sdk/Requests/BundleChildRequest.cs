namespace OneDrive.Sdk.Requests;

/// <summary>An item that a bundle is to hold.</summary>
internal sealed class BundleChildRequest
{
    public required string Id { get; init; }
}
