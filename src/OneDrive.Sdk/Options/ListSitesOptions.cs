namespace OneDrive.Sdk;

/// <summary>Options for listing sites.</summary>
public sealed class ListSitesOptions
{
    /// <summary>The search text for names and descriptions; <c>*</c> finds all sites.</summary>
    /// <value>Default: <c>*</c>.</value>
    public string Search { get; init; } = "*";

    /// <summary>The page size, 1 or more; the service may return fewer entries.</summary>
    /// <value>Default: <see langword="null"/>, the service chooses.</value>
    public int? PageSize { get; init; }
}
