using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Queries;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>The entries of lists: how they are addressed, and how they are written as JSON.</summary>
internal static class ListEntries
{
    /// <summary>The entry that a path names over its list or over its file, and what follows; null when it names none.</summary>
    public static (ItemSelector Entry, string[] Tail)? Find(GraphPath path) => (path.Resource, path.Tail) switch
    {
        (GraphResource.List, ["items", var id, ..]) => (new ItemSelector(ItemAnchor.ListItem, id, []), [.. path.Tail.Skip(2)]),
        (GraphResource.Item, ["listItem", ..]) => (path.Item!, [.. path.Tail.Skip(1)]),
        _ => null,
    };

    public static DriveState GetDrive(ItemResolver resolver, Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        return drive.Type == EmulatorDriveType.Personal
            ? throw new GraphError(501, "notSupported", "Personal drives do not support lists.")
            : drive;
    }

    /// <summary>What $expand says of the fields; null when it does not name them.</summary>
    public static Expansion? ExpandedFields(Exchange exchange) => Expansion.Find(exchange.Query.Option("expand"), "fields");

    /// <summary>An entry with all its fields, as filters see it.</summary>
    public static JsonObject RenderWhole(Exchange exchange, DriveState drive, ItemNode item)
        => Render(exchange, drive, item, new Expansion("fields", null, null, null));

    public static JsonObject Render(Exchange exchange, DriveState drive, ItemNode item, Expansion? fields)
    {
        var json = new JsonObject
        {
            ["id"] = item.ListItemId,
            ["eTag"] = item.ETag,
            ["createdDateTime"] = ItemRenderer.Date(item.Created),
            ["lastModifiedDateTime"] = ItemRenderer.Date(item.Modified),
            ["webUrl"] = $"{exchange.BaseUrl}/{drive.WebUrlPath}/{Uri.EscapeDataString(item.Name)}",
            ["contentType"] = new JsonObject
            {
                ["id"] = item.IsFolder ? "0x0120" : drive.IsLibrary ? "0x0101" : "0x01",
                ["name"] = item.IsFolder ? "Folder" : drive.IsLibrary ? "Document" : "Item",
            },
        };
        if (fields is not null)
        {
            json["fields"] = ItemQuery.Select(RenderFields(drive, item, item.Fields), fields.Select);
        }

        return json;
    }

    public static JsonObject RenderFields(DriveState drive, ItemNode item, IReadOnlyDictionary<string, JsonElement> values)
    {
        var fields = new JsonObject { ["id"] = item.ListItemId };
        if (drive.IsLibrary)
        {
            fields["FileLeafRef"] = item.Name;
        }

        foreach (var (name, value) in values.Where(field => field.Value.ValueKind is not JsonValueKind.Null))
        {
            fields[name] = JsonNode.Parse(value.GetRawText());
        }

        return fields;
    }

    public static void SetFields(ItemNode item, JsonElement values)
    {
        foreach (var field in values.EnumerateObject().Where(field => !field.Name.StartsWith('@')))
        {
            item.Fields[field.Name] = field.Value.Clone();
        }
    }
}
