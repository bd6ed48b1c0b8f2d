using System.Text.Json.Nodes;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Cli;

/// <summary>An item as JSON.</summary>
internal static class ItemJson
{
    internal static JsonObject Of(DriveItem item, string? path = null)
    {
        var json = new JsonObject { ["name"] = item.Name };
        if (path is not null)
            json["path"] = path;
        json["type"] = Format.KindOf(item);
        json["id"] = item.Id;
        if (item.Size is { } size)
            json["size"] = size;
        if (Format.ModifiedOf(item) is { } time)
            json["modified"] = Time(time);
        if (item.Folder?.ChildCount is { } count)
            json["childCount"] = count;
        if (item.File?.Hashes?.QuickXorHash is { } hash)
            json["quickXorHash"] = hash;
        if (item.ETag is { } tag)
            json["eTag"] = tag;
        if (item.WebUrl is { } address)
            json["webUrl"] = address;
        return json;
    }

    internal static string Time(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
