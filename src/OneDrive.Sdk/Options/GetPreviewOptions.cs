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

    /// <summary>The application that shows the file: <c>onedrive</c>, or <c>office</c> for documents of Office.</summary>
    /// <value>Default: <see langword="null"/>, the service chooses.</value>
    public string? Viewer { get; init; }

    /// <summary>Whether the page shows the file alone, without bars.</summary>
    /// <value>Default: <see langword="null"/>, as the viewer likes it.</value>
    public bool? Chromeless { get; init; }

    /// <summary>Whether the file can be changed in the page.</summary>
    /// <value>Default: <see langword="null"/>, it cannot.</value>
    public bool? AllowEdit { get; init; }
}
