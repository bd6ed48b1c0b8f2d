using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>The history of the columns of an entry: https://learn.microsoft.com/graph/api/resources/listitemversion.</summary>
internal sealed class ListItemVersionEndpoints(ItemResolver resolver, EmulatorOptions options) : IEndpointRoutes
{
    public Route? Match(Exchange request, GraphPath path, string method) =>
        ListEntries.Find(path) is not { Tail: ["versions", .. var tail], Entry: var entry }
            ? null
            : (tail, method) switch
            {
                ([], "GET") => Route.Plain(EmulatorOperation.ListListItemVersions, exchange => List(exchange, path, entry)),
                ([var id], "GET") => Route.Plain(EmulatorOperation.GetListItemVersion, exchange => Get(exchange, path, entry, id)),
                ([var id, "restoreVersion"], "POST") =>
                    Route.Plain(EmulatorOperation.RestoreListItemVersion, exchange => Restore(exchange, path, entry, id)),
                _ => null,
            };

    private Answer List(Exchange exchange, GraphPath path, ItemSelector selector)
    {
        var drive = ListEntries.GetDrive(resolver, exchange, path);
        lock (drive.Gate)
        {
            var entry = resolver.GetItem(exchange, drive, selector);
            return Answer.Json(200, ListPaging.Render(
                exchange, entry.FieldHistory.All(entry), options.PageSize, version => Render(exchange, drive, entry, version)));
        }
    }

    private Answer Get(Exchange exchange, GraphPath path, ItemSelector selector, string id)
    {
        var drive = ListEntries.GetDrive(resolver, exchange, path);
        lock (drive.Gate)
        {
            var entry = resolver.GetItem(exchange, drive, selector);
            return Answer.Json(200, Render(exchange, drive, entry, entry.FieldHistory.Find(entry, id)));
        }
    }

    private Answer Restore(Exchange exchange, GraphPath path, ItemSelector selector, string id)
    {
        var drive = ListEntries.GetDrive(resolver, exchange, path);
        lock (drive.Gate)
        {
            var entry = resolver.GetItem(exchange, drive, selector);
            var version = entry.FieldHistory.Find(entry, id);
            ItemLocks.RequireUnlocked(entry, exchange.Actor);
            entry.FieldHistory.Push(entry);
            entry.Restore(version);
            drive.MarkModified(entry, exchange.Actor);
            return Answer.Empty(204);
        }
    }

    private static JsonObject Render(Exchange exchange, DriveState drive, ItemNode entry, FieldVersion version)
    {
        var json = new JsonObject
        {
            ["id"] = version.Id,
            ["lastModifiedDateTime"] = ItemRenderer.Date(version.Modified),
            ["lastModifiedBy"] = ItemRenderer.IdentitySet(version.ModifiedBy),
        };
        if (ListEntries.ExpandedFields(exchange) is { } expansion)
        {
            json["fields"] = ItemQuery.Select(ListEntries.RenderFields(drive, entry, version.Fields), expansion.Select);
        }

        return ItemQuery.Select(json, exchange.Query);
    }
}
