using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Calls;

/// <summary>Sites, to choose a drive from: <see href="https://learn.microsoft.com/graph/api/resources/site"/>.</summary>
internal static class SiteCalls
{
    internal static GraphCall<CollectionPage<Site>> List(ListSitesOptions? options = null)
    {
        options ??= new ListSitesOptions();
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Search, nameof(options));
        return new()
        {
            Operation = "Drives.ListSites",
            Method = HttpMethod.Get,
            Path = "sites",
            Query = [new("search", options.Search), .. QueryParameters.Create(pageSize: options.PageSize)],
            Answer = Pages.Of(Site.Read),
            IsIdempotent = true,
        };
    }

    internal static GraphCall<Site> Get(string siteId) => new()
    {
        Operation = "Drives.GetSite",
        Method = HttpMethod.Get,
        Path = "sites/" + SiteAddress.Encode(SiteAddress.Require(siteId)).TrimEnd(':'),
        Answer = Site.Read,
        IsIdempotent = true,
    };
}
