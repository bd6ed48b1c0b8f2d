using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>The history of a file: https://learn.microsoft.com/graph/api/resources/driveitemversion.</summary>
internal sealed class VersionEndpoints(ItemResolver resolver, DownloadUrls downloads, EmulatorOptions options) : IEndpointRoutes
{
    public Route? Match(Exchange request, GraphPath path, string method)
    {
        if (path is not { Resource: GraphResource.Item, Tail: [var first, ..] }
            || !first.Equals("versions", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return (path.Tail.Skip(1).ToArray(), method) switch
        {
            ([], "GET") => Route.Plain(EmulatorOperation.ListVersions, exchange => List(exchange, path)),
            ([var id], "GET") => Route.Plain(EmulatorOperation.GetVersion, exchange => Get(exchange, path, id)),
            ([var id], "DELETE") => Route.Plain(EmulatorOperation.DeleteVersion, exchange => Delete(exchange, path, id)),
            ([var id, "content"], "GET") => Route.Plain(EmulatorOperation.GetVersionContent, exchange => GetContent(exchange, path, id)),
            ([var id, "restoreVersion"], "POST") => Route.Plain(EmulatorOperation.RestoreVersion, exchange => Restore(exchange, path, id)),
            _ => null,
        };
    }

    private Answer List(Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            var file = GetFile(exchange, drive, path);
            return Answer.Json(200, ListPaging.Render(
                exchange, All(file), options.PageSize, version => ItemQuery.Select(Render(version), exchange.Query)));
        }
    }

    private Answer Get(Exchange exchange, GraphPath path, string id)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            return Answer.Json(200, ItemQuery.Select(Render(Find(GetFile(exchange, drive, path), id)), exchange.Query));
        }
    }

    private Answer GetContent(Exchange exchange, GraphPath path, string id)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            var file = GetFile(exchange, drive, path);
            var version = Find(file, id);
            return Answer.Empty(302).With("Location", downloads.Create(drive, file, exchange.BaseUrl, $"version:{version.Id}"));
        }
    }

    private Answer Restore(Exchange exchange, GraphPath path, string id)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            var file = GetFile(exchange, drive, path);
            var version = Find(file, id);
            drive.ReplaceContent(file, version.Content.Share(), exchange.Actor);
            return Answer.Empty(204);
        }
    }

    private Answer Delete(Exchange exchange, GraphPath path, string id)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        if (drive.Type == EmulatorDriveType.Personal && !options.Lenient)
        {
            throw new GraphError(501, "notSupported", "Personal drives do not support the deletion of versions.");
        }

        lock (drive.Gate)
        {
            var file = GetFile(exchange, drive, path);
            var version = Find(file, id);
            if (version.Id == file.History.CurrentId)
            {
                throw GraphError.InvalidRequest("The current version cannot be deleted.");
            }

            file.History.Remove(version);
            version.Content.Delete();
            return Answer.Empty(204);
        }
    }

    private ItemNode GetFile(Exchange exchange, DriveState drive, GraphPath path)
        => resolver.GetItem(exchange, drive, path.Item!) is { IsFolder: false } file
            ? file
            : throw GraphError.InvalidRequest("Only files have versions.");

    private static ItemVersion Find(ItemNode file, string id)
        => All(file).FirstOrDefault(version => version.Id == id) ?? throw GraphError.ItemNotFound();

    internal static IReadOnlyList<ItemVersion> All(ItemNode file)
        => [new ItemVersion(file.History.CurrentId, file.Content!, file.Modified, file.ModifiedBy), .. file.History.Earlier];

    internal static JsonObject Render(ItemVersion version) => new()
    {
        ["id"] = version.Id,
        ["lastModifiedDateTime"] = ItemRenderer.Date(version.Modified),
        ["lastModifiedBy"] = ItemRenderer.IdentitySet(version.ModifiedBy),
        ["size"] = version.Content.Length,
    };
}
