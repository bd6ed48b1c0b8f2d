using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk.Calls;

/// <summary>Thumbnails and previews: <see href="https://learn.microsoft.com/graph/api/resources/thumbnailset"/>.</summary>
internal static class ThumbnailCalls
{
    internal static GraphCall<CollectionPage<ThumbnailSet>> List(ItemAddress item, ListThumbnailsOptions? options = null)
    {
        var query = QueryParameters.Create(select: options?.Sizes.Select(size => size.Value).ToList());
        return new()
        {
            Operation = "Content.ListThumbnails",
            Method = HttpMethod.Get,
            Path = item.ToRequestPath("thumbnails"),
            Query = options?.OriginalOrientation is true ? [.. query, new("originalOrientation", "true")] : query,
            Answer = Pages.Of(ThumbnailSet.Read),
            IsIdempotent = true,
        };
    }

    internal static GraphCall<Thumbnail> Get(ItemAddress item, ThumbnailSize size, GetThumbnailOptions? options = null) => new()
    {
        Operation = "Content.GetThumbnail",
        Method = HttpMethod.Get,
        Path = PathOf(item, size, options),
        Answer = Thumbnail.Read,
        IsIdempotent = true,
    };

    /// <summary>The response is a redirect to where the picture is, which needs no token.</summary>
    internal static GraphCall<NoContent> GetContent(ItemAddress item, ThumbnailSize size, GetThumbnailOptions? options = null) => new()
    {
        Operation = "Content.DownloadThumbnail",
        Method = HttpMethod.Get,
        Path = PathOf(item, size, options) + "/content",
        StreamsAnswer = true,
        IsIdempotent = true,
    };

    /// <summary><see href="https://learn.microsoft.com/onedrive/developer/rest-api/api/driveitem_put_thumbnailset_content"/>.</summary>
    internal static GraphCall<NoContent> Set(ItemAddress item, ICallBody image) => new()
    {
        Operation = "Content.SetThumbnail",
        Method = HttpMethod.Put,
        Path = item.ToRequestPath("thumbnails/0/source/content"),
        Body = image,
        IsIdempotent = true,
    };

    /// <summary><see href="https://learn.microsoft.com/graph/api/driveitem-preview"/>.</summary>
    internal static GraphCall<ItemPreviewInfo> GetPreview(ItemAddress item, GetPreviewOptions? options = null) => new()
    {
        Operation = "Content.GetPreview",
        Method = HttpMethod.Post,
        Path = item.ToRequestPath("preview"),
        Body = new JsonCallBody(
            new PreviewRequest
            {
                Page = options?.Page,
                Zoom = options?.Zoom,
                Viewer = options?.Viewer,
                Chromeless = options?.Chromeless,
                AllowEdit = options?.AllowEdit,
            }),
        Answer = ItemPreviewInfo.Read,
        IsIdempotent = true,
    };

    private static string PathOf(ItemAddress item, ThumbnailSize size, GetThumbnailOptions? options)
    {
        PathRules.RequireSegment(size.Value, nameof(size));
        var set = PathRules.RequireSegment(options?.ThumbnailId ?? "0", nameof(options));
        return item.ToRequestPath($"thumbnails/{PathEncoding.EncodeSegment(set)}/{PathEncoding.EncodeSegment(size.Value)}");
    }
}
