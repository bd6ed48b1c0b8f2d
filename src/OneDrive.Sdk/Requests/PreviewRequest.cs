namespace OneDrive.Sdk.Requests;

/// <summary>The body that requests a preview; what is null is left to the service.</summary>
[JsonRequest]
internal sealed partial class PreviewRequest
{
    public string? Page { get; init; }

    public double? Zoom { get; init; }

    public string? Viewer { get; init; }

    public bool? Chromeless { get; init; }

    public bool? AllowEdit { get; init; }
}
