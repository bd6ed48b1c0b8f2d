using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk.Calls;

/// <summary>Bundles and albums of personal drives: <see href="https://learn.microsoft.com/graph/api/resources/bundle"/>.</summary>
internal static class BundleCalls
{
    internal static GraphCall<CollectionPage<DriveItem>> List(DriveAddress drive, ListItemsOptions? options = null) => new()
    {
        Operation = "Items.ListBundles",
        Method = HttpMethod.Get,
        Path = drive.ToRequestPath("bundles"),
        Query = QueryParameters.Create(options?.Select, options?.Expand, options?.PageSize, options?.OrderBy, options?.Filter),
        Answer = Pages.Of(DriveItem.Read),
        IsIdempotent = true,
    };

    internal static GraphCall<DriveItem> Get(ItemAddress bundle, GetItemOptions? options = null) => new()
    {
        Operation = "Items.GetBundle",
        Method = HttpMethod.Get,
        Path = PathOf(bundle),
        Query = QueryParameters.Create(options?.Select, options?.Expand),
        Answer = DriveItem.Read,
        IsIdempotent = true,
    };

    internal static GraphCall<DriveItem> Create(
        DriveAddress drive, string name, IReadOnlyList<string> itemIds, CreateBundleOptions? options = null)
    {
        PathRules.RequireSegment(name);
        ArgumentNullException.ThrowIfNull(itemIds);
        var body = new CreateBundleRequest
        {
            Name = name,
            ConflictBehavior = options?.Conflict ?? ConflictBehavior.Fail,
            Bundle = new BundleRequest { Album = options?.IsAlbum is true ? new EmptyObject() : null },
            Children = [.. itemIds.Select(id => new BundleChildRequest { Id = id })],
        };
        return new()
        {
            Operation = "Items.CreateBundle",
            Method = HttpMethod.Post,
            Path = drive.ToRequestPath("bundles"),
            Body = new JsonCallBody(body),
            Answer = DriveItem.Read,
            IsIdempotent = false,
        };
    }

    internal static GraphCall<NoContent> AddItem(ItemAddress bundle, string itemId) => new()
    {
        Operation = "Items.AddToBundle",
        Method = HttpMethod.Post,
        Path = PathOf(bundle) + "/children",
        Body = new JsonCallBody(new BundleChildRequest { Id = PathRules.RequireSegment(itemId) }),
        IsIdempotent = true,
    };

    internal static GraphCall<NoContent> RemoveItem(ItemAddress bundle, string itemId) => new()
    {
        Operation = "Items.RemoveFromBundle",
        Method = HttpMethod.Delete,
        Path = $"{PathOf(bundle)}/children/{PathEncoding.EncodeSegment(PathRules.RequireSegment(itemId))}",
        IsIdempotent = true,
        IsDoneWhenAbsentAfterDoubt = true,
    };

    private static string PathOf(ItemAddress bundle) => bundle is { Drive: { } drive, Anchor: ItemAnchor.Item, RelativePath.Length: 0 }
        ? drive.ToRequestPath("bundles/" + PathEncoding.EncodeSegment(bundle.AnchorValue))
        : throw new ArgumentException($"'{bundle}' does not address a bundle by its id. Use DriveAddress.Item.", nameof(bundle));
}
