namespace OneDrive.Sdk;

/// <summary>What a preview shows first.</summary>
public sealed class GetPreviewOptions
{
    /// <summary>The page to begin with, by its number or name.</summary>
    /// <value>Default: <see langword="null"/>, the first one.</value>
    public string? Page { get; init; }

    /// <summary>How large the page is shown; 1 is its own size.</summary>
    /// <value>Default: <see langword="null"/>, as the viewer likes it.</value>
    public double? Zoom { get; init; }
}
