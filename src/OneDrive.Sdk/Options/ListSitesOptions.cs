namespace OneDrive.Sdk;

/// <summary>Which sites are listed.</summary>
public sealed class ListSitesOptions
{
    /// <summary>What to look for in names and descriptions; <c>*</c> finds all.</summary>
    /// <value>Default: <c>*</c>.</value>
    public string Search { get; init; } = "*";

    /// <summary>How many entries a page should have, 1 or more; the service may send fewer.</summary>
    /// <value>Default: <see langword="null"/>, the service chooses.</value>
    public int? PageSize { get; init; }
}
