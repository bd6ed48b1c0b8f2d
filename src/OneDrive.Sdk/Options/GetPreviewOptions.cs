namespace OneDrive.Sdk;

/// <summary>Options for previews.</summary>
public sealed class GetPreviewOptions
{
    /// <summary>The initial page, by number or name.</summary>
    /// <value>Default: <see langword="null"/>, the first one.</value>
    public string? Page { get; init; }

    /// <summary>The zoom factor; 1 is the original size.</summary>
    /// <value>Default: <see langword="null"/>, the default of the viewer.</value>
    public double? Zoom { get; init; }

    /// <summary>The application that shows the file: <c>onedrive</c>, or <c>office</c> for documents of Office.</summary>
    /// <value>Default: <see langword="null"/>, the service chooses.</value>
    public string? Viewer { get; init; }

    /// <summary>Whether the page shows the file only, without toolbars.</summary>
    /// <value>Default: <see langword="null"/>, the default of the viewer.</value>
    public bool? Chromeless { get; init; }

    /// <summary>Whether the file can be changed in the page.</summary>
    /// <value>Default: <see langword="null"/>, it cannot.</value>
    public bool? AllowEdit { get; init; }
}
