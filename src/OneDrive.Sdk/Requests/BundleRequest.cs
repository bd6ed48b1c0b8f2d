namespace OneDrive.Sdk.Requests;

/// <summary>What kind of bundle it is.</summary>
[JsonRequest]
internal sealed partial class BundleRequest
{
    /// <summary>An empty object for an album; null for another bundle.</summary>
    public EmptyObject? Album { get; init; }
}
