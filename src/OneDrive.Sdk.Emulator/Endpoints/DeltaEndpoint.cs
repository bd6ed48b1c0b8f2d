using System.Globalization;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>
/// What changed in a drive or in a folder of it: https://learn.microsoft.com/graph/api/driveitem-delta. The links come in two of the forms
/// that the service uses, so that clients do not build them.
/// </summary>
internal sealed class DeltaEndpoint(ItemResolver resolver, ItemRenderer renderer, EmulatorOptions options) : IEndpointRoutes
{
    public Route? Match(Exchange request, GraphPath path, string method) =>
        path is not { Resource: GraphResource.Item, Tail: [var verb] }
        || !verb.Split('(')[0].Equals("delta", StringComparison.OrdinalIgnoreCase) ? null
        : method == "GET" ? Route.Plain(EmulatorOperation.ReadChanges, exchange => Get(exchange, path, verb))
        : Route.MethodNotAllowed();

    public Answer Get(Exchange exchange, GraphPath path, string verb)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        var preferences = DeltaPreferences.Read(exchange);
        lock (drive.Gate)
        {
            var scope = resolver.GetItem(exchange, drive, path.Item!);
            if (!scope.IsFolder)
            {
                throw GraphError.InvalidRequest("Changes are listed for folders only.");
            }

            if (exchange.Resync is { } resync)
            {
                throw Resync(exchange, drive, CodeOf(resync));
            }

            return Answer.Json(200, Render(exchange, drive, scope, ReadToken(exchange, drive, verb), preferences));
        }
    }

    private JsonObject Render(Exchange exchange, DriveState drive, ItemNode scope, DeltaToken token, DeltaPreferences preferences)
    {
        var size = ListPaging.ReadTop(exchange.Query.Option("top"), options.PageSize);
        var entries = drive.Changes.Read(scope, token.Position, token.Baseline).Take(size + 1).ToList();
        var isLast = entries.Count <= size;
        var value = new JsonArray();
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries.Take(size))
        {
            if (!preferences.ExcludesParents && !entry.IsGone)
            {
                AddFoldersAbove(exchange, drive, scope, token, entry, value, shown);
            }

            value.Add((JsonNode)Select(exchange, RenderEntry(exchange, drive, entry, preferences)));
            shown.Add(entry.Item.Id);
        }

        var next = isLast
            ? DeltaToken.Since(drive.Changes, drive.Changes.Position)
            : token with { Position = entries[size - 1].Sequence };
        return new JsonObject
        {
            ["@odata.context"] = $"{exchange.BaseUrl}/v1.0/$metadata#Collection(driveItem)",
            ["value"] = value,
            [isLast ? "@odata.deltaLink" : "@odata.nextLink"] = Link(exchange, next, isLast),
        };
    }

    /// <summary>The folders above a change come before it, unless this pass has shown them already.</summary>
    private void AddFoldersAbove(
        Exchange exchange,
        DriveState drive,
        ItemNode scope,
        DeltaToken token,
        ChangeEntry entry,
        JsonArray value,
        HashSet<string> shown)
    {
        var folders = new Stack<ItemNode>();
        for (var folder = entry.Item.Parent; folder is not null && folder.IsWithin(scope); folder = folder.Parent)
        {
            var changed = drive.Changes.NewestOf(folder);
            if ((changed <= token.Start || changed > entry.Sequence) && shown.Add(folder.Id))
            {
                folders.Push(folder);
            }
        }

        foreach (var folder in folders)
        {
            value.Add((JsonNode)Select(exchange, Present(exchange, drive, folder)));
        }
    }

    private JsonObject RenderEntry(Exchange exchange, DriveState drive, ChangeEntry entry, DeltaPreferences preferences)
    {
        if (entry.IsGone)
        {
            return DeltaRendering.Gone(drive, entry);
        }

        var json = Present(exchange, drive, entry.Item);
        if (preferences.ShowsSharing && entry.Kind == ChangeKind.Shared)
        {
            json["@microsoft.graph.sharedChanged"] = "True";
        }

        return json;
    }

    private JsonObject Present(Exchange exchange, DriveState drive, ItemNode item)
        => DeltaRendering.Present(renderer, drive, item, exchange.BaseUrl, options.Lenient);

    private static JsonObject Select(Exchange exchange, JsonObject json)
    {
        var (id, deleted) = (json["id"]!.GetValue<string>(), json["deleted"]?.DeepClone());
        json = ItemQuery.Select(json, exchange.Query);
        json["id"] = id;
        if (deleted is not null)
        {
            json["deleted"] = deleted;
        }

        return json;
    }

    private static DeltaToken ReadToken(Exchange exchange, DriveState drive, string verb)
    {
        var open = verb.IndexOf("token=", StringComparison.OrdinalIgnoreCase);
        var text = open < 0 ? exchange.Query["token"] : verb[(open + "token=".Length)..].TrimEnd(')').Trim('\'');
        return text switch
        {
            null or "" => DeltaToken.Everything(drive.Changes),
            "latest" => DeltaToken.Since(drive.Changes, drive.Changes.Position),
            _ when IsDate(text, out var date) => drive.Type == EmulatorDriveType.Personal
                ? throw GraphError.InvalidRequest("A personal drive does not support changes since a date.")
                : DeltaToken.Since(drive.Changes, drive.Changes.PositionAt(date)),
            _ => DeltaToken.TryParse(text, drive.Changes) ?? throw Resync(exchange, drive, "resyncRequired"),
        };
    }

    private static bool IsDate(string text, out DateTimeOffset date)
    {
        date = default;
        return text.Contains(':', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
    }

    private static string Link(Exchange exchange, DeltaToken token, bool isLast)
    {
        var raw = exchange.Target.RawPath;
        var verb = raw.LastIndexOf("/oneDrive.delta", StringComparison.Ordinal) is >= 0 and var legacy
            ? legacy + "/oneDrive.".Length
            : raw.LastIndexOf("/delta", StringComparison.OrdinalIgnoreCase) + 1;
        var path = raw[..(verb + "delta".Length)];
        var query = exchange.Target.RawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !pair.StartsWith("token=", StringComparison.OrdinalIgnoreCase));
        return isLast
            ? $"{exchange.BaseUrl}{path}?{string.Join('&', query.Append($"token={token}"))}"
            : $"{exchange.BaseUrl}{path}(token='{token}'){string.Concat(query.Select((pair, index) => (index == 0 ? '?' : '&') + pair))}";
    }

    private static string CodeOf(DeltaResync resync)
        => resync == DeltaResync.UploadDifferences ? "resyncChangesUploadDifferences" : "resyncChangesApplyDifferences";

    private static GraphError Resync(Exchange exchange, DriveState drive, string code)
        => new(410, code, "The delta token is no longer valid, and the client must reset its state.")
        {
            Headers = { ["Location"] = Link(exchange, DeltaToken.Everything(drive.Changes), isLast: false) },
        };
}
