using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Calls;

/// <summary>What a sharing link leads to, part by part: <see href="https://learn.microsoft.com/graph/api/shares-get"/>.</summary>
internal static class ShareCalls
{
    internal static GraphCall<Permission> GetPermission(ItemAddress share, GetSharedItemOptions? options = null) =>
        Get("Sharing.GetSharePermission", share, "permission", options, Permission.Read);

    internal static GraphCall<Site> GetSite(ItemAddress share, GetSharedItemOptions? options = null) =>
        Get("Sharing.GetShareSite", share, "site", options, Site.Read);

    internal static GraphCall<CollectionPage<DriveItem>> ListItems(ItemAddress share, GetSharedItemOptions? options = null) =>
        Get("Sharing.ListShareItems", share, "items", options, Pages.Of(DriveItem.Read));

    private static GraphCall<T> Get<T>(
        string operation, ItemAddress share, string part, GetSharedItemOptions? options, ModelRead<T> answer) => new()
        {
            Operation = operation,
            Method = HttpMethod.Get,
            Path = $"{SharingCalls.RequireShare(share)}/{part}",
            Query = QueryParameters.Create(options?.Select, options?.Expand),
            Headers = RedemptionHeaders.Of(options?.Redemption ?? SharingLinkRedemption.None),
            Answer = answer,
            IsIdempotent = true,
        };
}
