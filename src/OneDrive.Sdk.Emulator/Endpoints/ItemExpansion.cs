using System.Globalization;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Queries;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>What $expand adds to an item: its children, thumbnails, permissions, versions and list item.</summary>
internal sealed class ItemExpansion(ItemRenderer renderer, ThumbnailRenderer thumbnails, EmulatorOptions options)
{
    /// <summary>An item with what is expanded. Called under the lock of its drive.</summary>
    public JsonObject Render(Exchange exchange, DriveState drive, ItemNode item, string? expand)
        => Add(exchange, drive, item, renderer.Render(drive, item, exchange.BaseUrl), expand);

    /// <summary>Adds what is expanded. Called under the lock of the drive.</summary>
    public JsonObject Add(Exchange exchange, DriveState drive, ItemNode item, JsonObject json, string? expand)
    {
        foreach (var expansion in Expansion.Parse(expand))
        {
            switch (expansion.Name.ToUpperInvariant())
            {
                case "THUMBNAILS"
                    when thumbnails.Render(drive, item, exchange.BaseUrl, Sizes(expansion.Select), skipsUnknown: true) is { } set:
                    json["thumbnails"] = new JsonArray(set);
                    break;
                case "CHILDREN" when item.IsFolder:
                    json["children"] = new JsonArray([.. RenderChildren(exchange, drive, item, expansion)]);
                    break;
                case "PERMISSIONS":
                    json["permissions"] = new JsonArray(
                    [
                        .. ItemAccess.PermissionsOf(item).Select(entry => ItemQuery.Select(
                            PermissionRenderer.Render(drive, entry.Item, entry.Permission, exchange.BaseUrl), expansion.Select)),
                    ]);
                    break;
                case "VERSIONS" when !item.IsFolder:
                    json["versions"] = new JsonArray(
                    [
                        .. VersionEndpoints.All(item)
                            .Select(version => ItemQuery.Select(VersionEndpoints.Render(version), expansion.Select)),
                    ]);
                    break;
                case "LISTITEM" when drive.Type != EmulatorDriveType.Personal && item.Parent is not null:
                    json["listItem"] = ItemQuery.Select(
                        ListEntries.Render(exchange, drive, item, Expansion.Find(expansion.Expand, "fields")), expansion.Select);
                    break;
            }
        }

        return json;
    }

    /// <summary>What is in a folder or in a bundle.</summary>
    public static IReadOnlyList<ItemNode> ChildrenOf(ItemNode item) => item.Bundle?.Items ?? item.ListChildren();

    private IEnumerable<JsonObject> RenderChildren(Exchange exchange, DriveState drive, ItemNode item, Expansion expansion)
        => ChildrenOf(item)
            .Take(int.TryParse(expansion.Top, NumberStyles.None, CultureInfo.InvariantCulture, out var top) ? top : options.PageSize)
            .Select(child => ItemQuery.Select(Render(exchange, drive, child, expansion.Expand), expansion.Select, expansion.Expand));

    private static string[] Sizes(string? select)
        => (select ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
