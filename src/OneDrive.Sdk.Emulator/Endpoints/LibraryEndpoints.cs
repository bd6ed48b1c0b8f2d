using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Sites, and the lists behind their libraries, with columns that take any value.</summary>
internal sealed class LibraryEndpoints(ItemResolver resolver, DirectoryState directory, EmulatorOptions options) : IEndpointRoutes
{
    public Route? Match(GraphPath path, string method) => (path.Resource, path.Tail, method) switch
    {
        (GraphResource.Sites, [], "GET") => Route.Plain(EmulatorOperation.ListSites, ListSites),
        (GraphResource.Site, [], "GET") => Route.Plain(
            EmulatorOperation.GetSite, exchange => Answer.Json(200, RenderSite(exchange, resolver.GetSite(path.Drive!.Id)))),
        (GraphResource.Site, { Count: > 1 } tail, _) when tail[0] == "lists" =>
            MatchList(path with { Tail = [.. tail.Skip(2)] }, method, tail[1]),
        (GraphResource.Drive, { Count: > 0 } tail, _) when tail[0] == "list" =>
            MatchList(path with { Tail = [.. tail.Skip(1)] }, method, list: null),
        (GraphResource.Item, ["listItem"], "GET") => Route.Plain(
            EmulatorOperation.GetListItem, exchange => GetItem(exchange, path, path.Item!)),
        (GraphResource.Item, ["listItem", "fields"], "PATCH") =>
            new(EmulatorOperation.UpdateFields, (exchange, token) => UpdateAsync(exchange, path, path.Item!, token)),
        _ => null,
    };

    private Route? MatchList(GraphPath path, string method, string? list) => (path.Tail, method) switch
    {
        ([], "GET") => Route.Plain(EmulatorOperation.GetList, exchange => GetList(exchange, path, list)),
        (["columns"], "GET") => Route.Plain(EmulatorOperation.ListColumns, exchange => ListColumns(exchange, path)),
        (["items"], "GET") => Route.Plain(EmulatorOperation.ListListItems, exchange => ListItems(exchange, path)),
        (["items", var id], "GET") => Route.Plain(
            EmulatorOperation.GetListItem, exchange => GetItem(exchange, path, new(ItemAnchor.ListItem, id, []))),
        (["items", var id, "fields"], "PATCH") => new(
            EmulatorOperation.UpdateFields,
            (exchange, token) => UpdateAsync(exchange, path, new(ItemAnchor.ListItem, id, []), token)),
        _ => null,
    };

    private Answer ListSites(Exchange exchange)
    {
        var search = exchange.Query["search"] ?? string.Empty;
        var found = directory.Sites
            .Where(site => search is "*" or "" || site.DisplayName.Contains(search, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        return Answer.Json(200, ListPaging.Render(
            exchange, found, options.PageSize, site => ItemQuery.Select(RenderSite(exchange, site), exchange.Query)));
    }

    private Answer GetList(Exchange exchange, GraphPath path, string? list)
    {
        var drive = GetDrive(exchange, path);
        if (list is not null
            && list != resolver.GetSite(path.Drive!.Id).ListId
            && !list.Equals("Documents", StringComparison.OrdinalIgnoreCase))
        {
            throw GraphError.ItemNotFound();
        }

        lock (drive.Gate)
        {
            var json = new JsonObject
            {
                ["id"] = drive.Root.ListItemId + "-" + drive.Id,
                ["name"] = "Shared Documents",
                ["displayName"] = "Documents",
                ["createdDateTime"] = ItemRenderer.Date(drive.Root.Created),
                ["lastModifiedDateTime"] = ItemRenderer.Date(drive.Root.Modified),
                ["webUrl"] = $"{exchange.BaseUrl}/{drive.WebUrlPath}",
                ["list"] = new JsonObject { ["hidden"] = false, ["template"] = "documentLibrary", ["contentTypesEnabled"] = false },
            };
            var expand = exchange.Query.Option("expand") ?? string.Empty;
            if (expand.Contains("columns", StringComparison.OrdinalIgnoreCase))
            {
                json["columns"] = new JsonArray([.. Columns(drive)]);
            }

            if (expand.Contains("items", StringComparison.OrdinalIgnoreCase))
            {
                json["items"] = new JsonArray([.. Entries(drive).Select(item => RenderItem(exchange, drive, item, withFields: true))]);
            }

            return Answer.Json(200, ItemQuery.Select(json, exchange.Query));
        }
    }

    private Answer ListColumns(Exchange exchange, GraphPath path)
    {
        var drive = GetDrive(exchange, path);
        lock (drive.Gate)
        {
            return Answer.Json(200, new JsonObject { ["value"] = new JsonArray([.. Columns(drive)]) });
        }
    }

    private Answer ListItems(Exchange exchange, GraphPath path)
    {
        var drive = GetDrive(exchange, path);
        var withFields = ExpandsFields(exchange);
        lock (drive.Gate)
        {
            var filter = ItemFilter.Parse(exchange.Query.Option("filter"));
            var found = Entries(drive)
                .Where(item => filter is null || filter(RenderItem(exchange, drive, item, withFields: true)))
                .ToArray();
            return Answer.Json(200, ListPaging.Render(
                exchange, found, options.PageSize, item => RenderItem(exchange, drive, item, withFields)));
        }
    }

    private Answer GetItem(Exchange exchange, GraphPath path, ItemSelector selector)
    {
        var drive = GetDrive(exchange, path);
        lock (drive.Gate)
        {
            return Answer.Json(
                200, RenderItem(exchange, drive, resolver.GetItem(exchange, drive, selector), ExpandsFields(exchange)));
        }
    }

    private async Task<Answer> UpdateAsync(
        Exchange exchange, GraphPath path, ItemSelector selector, CancellationToken cancellationToken)
    {
        var drive = GetDrive(exchange, path);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, selector);
            ItemQuery.CheckIfMatch(exchange.Header("If-Match"), item);
            ItemLocks.RequireUnlocked(item, exchange.Actor);
            foreach (var field in body.EnumerateObject().Where(field => !field.Name.StartsWith('@')))
            {
                item.Fields[field.Name] = field.Value.Clone();
            }

            drive.MarkModified(item, exchange.Actor);
            return Answer.Json(200, RenderFields(item));
        }
    }

    private DriveState GetDrive(Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        return drive.Type == EmulatorDriveType.Personal
            ? throw new GraphError(501, "notSupported", "Personal drives have no lists.")
            : drive;
    }

    private static bool ExpandsFields(Exchange exchange)
        => exchange.Query.Option("expand")?.Contains("fields", StringComparison.OrdinalIgnoreCase) is true;

    private static IEnumerable<ItemNode> Entries(DriveState drive) => drive.Root.SelfAndDescendants().Skip(1);

    private static IEnumerable<JsonNode> Columns(DriveState drive)
        => Entries(drive).SelectMany(item => item.Fields.Keys).Prepend("FileLeafRef").Distinct(StringComparer.Ordinal)
            .Select(name => new JsonObject
            {
                ["id"] = name,
                ["name"] = name,
                ["displayName"] = name == "FileLeafRef" ? "Name" : name,
                ["hidden"] = false,
                ["readOnly"] = false,
            });

    private static JsonObject RenderItem(Exchange exchange, DriveState drive, ItemNode item, bool withFields)
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
                ["id"] = item.IsFolder ? "0x0120" : "0x0101",
                ["name"] = item.IsFolder ? "Folder" : "Document",
            },
        };
        if (withFields)
        {
            json["fields"] = RenderFields(item);
        }

        return json;
    }

    private static JsonObject RenderFields(ItemNode item)
    {
        var fields = new JsonObject { ["id"] = item.ListItemId, ["FileLeafRef"] = item.Name };
        foreach (var (name, value) in item.Fields.Where(field => field.Value.ValueKind is not JsonValueKind.Null))
        {
            fields[name] = JsonNode.Parse(value.GetRawText());
        }

        return fields;
    }

    private static JsonObject RenderSite(Exchange exchange, SiteState site) => new()
    {
        ["id"] = site.Id,
        ["name"] = site.Path.Split('/')[^1],
        ["displayName"] = site.DisplayName,
        ["createdDateTime"] = ItemRenderer.Date(site.Drive.Root.Created),
        ["webUrl"] = $"{exchange.BaseUrl}/{site.Path}",
        ["siteCollection"] = new JsonObject { ["hostname"] = site.Host },
        ["root"] = new JsonObject(),
    };
}
