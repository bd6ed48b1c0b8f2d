using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Queries;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Sites, and the lists behind their libraries, with columns that take any value.</summary>
internal sealed class LibraryEndpoints(
    ItemResolver resolver, ItemRenderer renderer, DirectoryState directory, EmulatorOptions options) : IEndpointRoutes
{
    public Route? Match(Exchange request, GraphPath path, string method) => (path.Resource, path.Tail, method) switch
    {
        (GraphResource.Sites, [], "GET") => Route.Plain(EmulatorOperation.ListSites, ListSites),
        (GraphResource.Site, [], "GET") => Route.Plain(
            EmulatorOperation.GetSite,
            exchange => Answer.Json(200, ItemQuery.Select(RenderSite(exchange, resolver.GetSite(path.Drive!.Id)), exchange.Query))),
        (GraphResource.Site, ["lists"], "GET") => Route.Plain(EmulatorOperation.GetList, exchange => ListLists(exchange, path)),
        (GraphResource.List, [], "GET") => Route.Plain(EmulatorOperation.GetList, exchange => GetList(exchange, path)),
        (GraphResource.List, ["columns"], "GET") => Route.Plain(EmulatorOperation.ListColumns, exchange => ListColumns(exchange, path)),
        (GraphResource.List, ["contentTypes"], "GET") =>
            Route.Plain(EmulatorOperation.ListContentTypes, exchange => ListContentTypes(exchange, path)),
        (GraphResource.List, ["items"], "GET") => Route.Plain(EmulatorOperation.ListListItems, exchange => ListItems(exchange, path)),
        (GraphResource.List, ["items"], "POST") =>
            new(EmulatorOperation.CreateListItem, (exchange, token) => CreateAsync(exchange, path, token)),
        _ => ListEntries.Find(path) is { } found ? MatchEntry(path, method, found.Entry, found.Tail) : null,
    };

    private Route? MatchEntry(GraphPath path, string method, ItemSelector entry, string[] tail) => (tail, method) switch
    {
        ([], "GET") => Route.Plain(EmulatorOperation.GetListItem, exchange => GetItem(exchange, path, entry)),
        ([], "DELETE") => Route.Plain(EmulatorOperation.DeleteListItem, exchange => Delete(exchange, path, entry)),
        (["fields"], "PATCH") =>
            new(EmulatorOperation.UpdateFields, (exchange, token) => UpdateAsync(exchange, path, entry, token)),
        _ => null,
    };

    private Answer ListSites(Exchange exchange)
    {
        var search = (exchange.Query.Option("search") ?? string.Empty).Trim('"');
        var sites = directory.Sites
            .Where(site => search is "*" or "" || site.DisplayName.Contains(search, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        var found = ListQuery.Apply(exchange, QueryEntity.Site, sites, site => RenderSite(exchange, site));
        return Answer.Json(200, ListPaging.Render(
            exchange, found, options.PageSize, site => ItemQuery.Select(RenderSite(exchange, site), exchange.Query)));
    }

    private Answer GetList(Exchange exchange, GraphPath path)
    {
        var drive = ListEntries.GetDrive(resolver, exchange, path);
        lock (drive.Gate)
        {
            return Answer.Json(200, RenderExpanded(exchange, drive));
        }
    }

    private Answer ListLists(Exchange exchange, GraphPath path)
    {
        var site = resolver.GetSite(path.Drive!.Id);
        DriveState[] lists = [site.Drive, .. site.Group.Lists.Values];
        var found = ListQuery.Apply(exchange, QueryEntity.List, lists, list => RenderList(exchange, list));
        return Answer.Json(200, ListPaging.Render(exchange, found, options.PageSize, list =>
        {
            lock (list.Gate)
            {
                return RenderExpanded(exchange, list);
            }
        }));
    }

    private static JsonObject RenderExpanded(Exchange exchange, DriveState drive)
    {
        var json = RenderList(exchange, drive);
        foreach (var expansion in Expansion.Parse(exchange.Query.Option("expand")))
        {
            switch (expansion.Name.ToUpperInvariant())
            {
                case "COLUMNS":
                    json["columns"] = new JsonArray([.. Columns(drive).Select(column => ItemQuery.Select(column, expansion.Select))]);
                    break;
                case "CONTENTTYPES":
                    json["contentTypes"] = new JsonArray([.. ContentTypes(drive).Select(type => ItemQuery.Select(type, expansion.Select))]);
                    break;
                case "DRIVE" when drive.IsLibrary:
                    json["drive"] = ItemQuery.Select(ItemRenderer.RenderDrive(drive, exchange.BaseUrl), expansion.Select);
                    break;
                case "ITEMS":
                    var fields = Expansion.Find(expansion.Expand, "fields");
                    json["items"] = new JsonArray([.. Entries(drive).Select(item => ItemQuery.Select(
                        ListEntries.Render(exchange, drive, item, fields), expansion.Select, expansion.Expand))]);
                    break;
            }
        }

        return ItemQuery.Select(json, exchange.Query);
    }

    private Answer ListColumns(Exchange exchange, GraphPath path)
    {
        var drive = ListEntries.GetDrive(resolver, exchange, path);
        lock (drive.Gate)
        {
            return Answer.Json(200, ListPaging.Render(
                exchange, [.. Columns(drive)], options.PageSize, column => ItemQuery.Select(column, exchange.Query)));
        }
    }

    private Answer ListItems(Exchange exchange, GraphPath path)
    {
        var drive = ListEntries.GetDrive(resolver, exchange, path);
        lock (drive.Gate)
        {
            var found = ListQuery.Apply(
                exchange, QueryEntity.ListItem, [.. Entries(drive)], item => ListEntries.RenderWhole(exchange, drive, item));
            return Answer.Json(200, ListPaging.Render(
                exchange, found, options.PageSize, item => RenderExpanded(exchange, drive, item)));
        }
    }

    private Answer GetItem(Exchange exchange, GraphPath path, ItemSelector selector)
    {
        var drive = ListEntries.GetDrive(resolver, exchange, path);
        lock (drive.Gate)
        {
            return Answer.Json(200, RenderExpanded(exchange, drive, resolver.GetItem(exchange, drive, selector)));
        }
    }

    private JsonObject RenderExpanded(Exchange exchange, DriveState drive, ItemNode item)
    {
        var json = ListEntries.Render(exchange, drive, item, ListEntries.ExpandedFields(exchange));
        if (drive.IsLibrary && Expansion.Find(exchange.Query.Option("expand"), "driveItem") is { } driveItem)
        {
            json["driveItem"] = ItemQuery.Select(renderer.Render(drive, item, exchange.BaseUrl), driveItem.Select);
        }

        return ItemQuery.Select(json, exchange.Query);
    }

    private async Task<Answer> CreateAsync(Exchange exchange, GraphPath path, CancellationToken cancellationToken)
    {
        var drive = ListEntries.GetDrive(resolver, exchange, path);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        if (drive.IsLibrary)
        {
            throw GraphError.InvalidRequest("An entry of a library cannot be created without its file. Upload a file.");
        }

        lock (drive.Gate)
        {
            var entry = drive.AddEntry(exchange.Actor);
            if (body.GetObject("fields") is { } fields)
            {
                ListEntries.SetFields(entry, fields);
            }

            return Answer.Json(201, ListEntries.RenderWhole(exchange, drive, entry));
        }
    }

    private Answer Delete(Exchange exchange, GraphPath path, ItemSelector selector)
    {
        var drive = ListEntries.GetDrive(resolver, exchange, path);
        lock (drive.Gate)
        {
            var entry = resolver.GetItem(exchange, drive, selector);
            ItemQuery.CheckIfMatch(exchange.Header("If-Match"), entry);
            ItemLocks.RequireUnlocked(entry, exchange.Actor);
            drive.Remove(entry);
            return Answer.Empty(204);
        }
    }

    private Answer ListContentTypes(Exchange exchange, GraphPath path)
    {
        var drive = ListEntries.GetDrive(resolver, exchange, path);
        return Answer.Json(200, ListPaging.Render(
            exchange, [.. ContentTypes(drive)], options.PageSize, type => ItemQuery.Select(type, exchange.Query)));
    }

    private static IEnumerable<JsonObject> ContentTypes(DriveState drive)
    {
        (string Id, string Name)[] types = drive.IsLibrary ? [("0x0101", "Document"), ("0x0120", "Folder")] : [("0x01", "Item")];
        return types.Select(type => new JsonObject
        {
            ["id"] = type.Id,
            ["name"] = type.Name,
            ["description"] = string.Empty,
            ["hidden"] = false,
            ["readOnly"] = false,
            ["sealed"] = false,
        });
    }

    private async Task<Answer> UpdateAsync(
        Exchange exchange, GraphPath path, ItemSelector selector, CancellationToken cancellationToken)
    {
        var drive = ListEntries.GetDrive(resolver, exchange, path);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, selector);
            ItemQuery.CheckIfMatch(exchange.Header("If-Match"), item);
            ItemLocks.RequireUnlocked(item, exchange.Actor);
            item.FieldHistory.Push(item);
            ListEntries.SetFields(item, body);
            drive.MarkModified(item, exchange.Actor);
            return Answer.Json(200, ListEntries.RenderFields(drive, item, item.Fields));
        }
    }

    private static IEnumerable<ItemNode> Entries(DriveState drive) => drive.Root.SelfAndDescendants().Skip(1);

    private static IEnumerable<JsonObject> Columns(DriveState drive)
        => Entries(drive).SelectMany(item => item.Fields.Keys)
            .Prepend(drive.IsLibrary ? "FileLeafRef" : "Title").Distinct(StringComparer.Ordinal)
            .Select(name => new JsonObject
            {
                ["id"] = name,
                ["name"] = name,
                ["displayName"] = name == "FileLeafRef" ? "Name" : name,
                ["description"] = string.Empty,
                ["hidden"] = false,
                ["readOnly"] = false,
            });

    internal static JsonObject RenderList(Exchange exchange, DriveState drive) => new()
    {
        ["id"] = drive.IsLibrary ? drive.Root.ListItemId + "-" + drive.Id : drive.Id,
        ["name"] = drive.IsLibrary ? "Shared Documents" : drive.Name,
        ["displayName"] = drive.IsLibrary ? "Documents" : drive.Name,
        ["createdDateTime"] = ItemRenderer.Date(drive.Root.Created),
        ["lastModifiedDateTime"] = ItemRenderer.Date(drive.Root.Modified),
        ["webUrl"] = $"{exchange.BaseUrl}/{drive.WebUrlPath}",
        ["list"] = new JsonObject
        {
            ["hidden"] = false,
            ["template"] = drive.IsLibrary ? "documentLibrary" : "genericList",
            ["contentTypesEnabled"] = false,
        },
    };

    internal static JsonObject RenderSite(Exchange exchange, SiteState site) => new()
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
