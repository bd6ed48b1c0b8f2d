namespace OneDrive.Sdk.Models;

/// <summary>A SharePoint site, as far as it is needed to choose a drive.</summary>
[JsonModel]
public sealed partial class Site : BaseItem
{
    /// <summary>The display name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether it is the site of a user's OneDrive.</summary>
    public bool? IsPersonalSite { get; init; }

    /// <summary>Present on the top site of a site collection.</summary>
    public RootFacet? Root { get; init; }

    /// <summary>The ids of the site in SharePoint.</summary>
    public SharepointIds? SharepointIds { get; init; }
}
