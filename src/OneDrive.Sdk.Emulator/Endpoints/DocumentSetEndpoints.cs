using System.Globalization;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>
/// Captured states of folders: https://learn.microsoft.com/graph/api/resources/documentsetversion. Every folder of a library will do for a
/// document set.
/// </summary>
internal sealed class DocumentSetEndpoints(ItemResolver resolver, EmulatorOptions options) : IEndpointRoutes
{
    public Route? Match(Exchange request, GraphPath path, string method) =>
        ListEntries.Find(path) is not { Tail: ["documentSetVersions", .. var tail], Entry: var entry }
            ? null
            : (tail, method) switch
            {
                ([], "GET") => Route.Plain(EmulatorOperation.ListDocumentSetVersions, exchange => List(exchange, path, entry)),
                ([], "POST") => new(
                    EmulatorOperation.CaptureDocumentSet, (exchange, token) => CaptureAsync(exchange, path, entry, token)),
                ([var id], "GET") => Route.Plain(EmulatorOperation.GetDocumentSetVersion, exchange => Get(exchange, path, entry, id)),
                ([var id], "DELETE") =>
                    Route.Plain(EmulatorOperation.DeleteDocumentSetVersion, exchange => Delete(exchange, path, entry, id)),
                ([var id, "restore"], "POST") =>
                    Route.Plain(EmulatorOperation.RestoreDocumentSetVersion, exchange => Restore(exchange, path, entry, id)),
                _ => null,
            };

    private Answer List(Exchange exchange, GraphPath path, ItemSelector selector)
    {
        var drive = ListEntries.GetDrive(resolver, exchange, path);
        lock (drive.Gate)
        {
            return Answer.Json(200, ListPaging.Render(
                exchange, [.. GetFolder(exchange, drive, selector).DocumentSets], options.PageSize, Render));
        }
    }

    private Answer Get(Exchange exchange, GraphPath path, ItemSelector selector, string id)
    {
        var drive = ListEntries.GetDrive(resolver, exchange, path);
        lock (drive.Gate)
        {
            return Answer.Json(200, Render(Find(GetFolder(exchange, drive, selector), id)));
        }
    }

    private async Task<Answer> CaptureAsync(
        Exchange exchange, GraphPath path, ItemSelector selector, CancellationToken cancellationToken)
    {
        var drive = ListEntries.GetDrive(resolver, exchange, path);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        lock (drive.Gate)
        {
            var folder = GetFolder(exchange, drive, selector);
            var number = folder.DocumentSets.Count == 0 ? 1 : int.Parse(folder.DocumentSets[0].Id, CultureInfo.InvariantCulture) + 1;
            var files = folder.SelfAndDescendants().Where(item => !item.IsFolder).Select(file => (file, file.History.CurrentId));
            folder.DocumentSets.Insert(0, new DocumentSetState(
                number.ToString(CultureInfo.InvariantCulture),
                body.GetText("comment"),
                body.GetFlag("shouldCaptureMinorVersion") ?? false,
                options.TimeProvider.GetUtcNow(),
                exchange.Actor,
                folder.FieldHistory.All(folder)[0],
                [.. files]));
            return Answer.Json(201, Render(folder.DocumentSets[0]));
        }
    }

    private Answer Restore(Exchange exchange, GraphPath path, ItemSelector selector, string id)
    {
        var drive = ListEntries.GetDrive(resolver, exchange, path);
        lock (drive.Gate)
        {
            var folder = GetFolder(exchange, drive, selector);
            var state = Find(folder, id);
            folder.FieldHistory.Push(folder);
            folder.Restore(state.Fields);
            drive.MarkModified(folder, exchange.Actor);
            foreach (var (file, versionId) in state.Files.Where(entry => drive.FindById(entry.File.Id) == entry.File))
            {
                if (file.History.Earlier.FirstOrDefault(version => version.Id == versionId) is { } version)
                {
                    drive.ReplaceContent(file, version.Content.Share(), exchange.Actor);
                }
            }

            return Answer.Empty(204);
        }
    }

    private Answer Delete(Exchange exchange, GraphPath path, ItemSelector selector, string id)
    {
        var drive = ListEntries.GetDrive(resolver, exchange, path);
        lock (drive.Gate)
        {
            var folder = GetFolder(exchange, drive, selector);
            folder.DocumentSets.Remove(Find(folder, id));
            return Answer.Empty(204);
        }
    }

    private ItemNode GetFolder(Exchange exchange, DriveState drive, ItemSelector selector)
        => resolver.GetItem(exchange, drive, selector) is { IsFolder: true } folder
            ? folder
            : throw GraphError.InvalidRequest("Only document sets have document set versions.");

    private static DocumentSetState Find(ItemNode folder, string id)
        => folder.DocumentSets.Find(state => state.Id == id) ?? throw GraphError.ItemNotFound();

    private static JsonObject Render(DocumentSetState state)
    {
        var json = new JsonObject
        {
            ["id"] = state.Id,
            ["createdDateTime"] = ItemRenderer.Date(state.Created),
            ["createdBy"] = ItemRenderer.IdentitySet(state.CreatedBy),
            ["lastModifiedDateTime"] = ItemRenderer.Date(state.Created),
            ["lastModifiedBy"] = ItemRenderer.IdentitySet(state.CreatedBy),
            ["shouldCaptureMinorVersion"] = state.IncludesMinorVersions,
            ["items"] = new JsonArray([.. state.Files.Select(entry => (JsonNode)new JsonObject
            {
                ["itemId"] = entry.File.ListItemId,
                ["title"] = entry.File.Name,
                ["versionId"] = entry.VersionId,
            })]),
        };
        if (state.Comment is { } comment)
        {
            json["comment"] = comment;
        }

        return json;
    }
}
