using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Thumbnails of items: https://learn.microsoft.com/graph/api/driveitem-list-thumbnails.</summary>
internal sealed class ThumbnailEndpoints(
    ItemResolver resolver, ThumbnailRenderer thumbnails, DownloadUrls downloads) : IEndpointRoutes
{
    private const int LargestPicture = 4 * 1024 * 1024;

    public Route? Match(Exchange request, GraphPath path, string method)
    {
        if (path is not { Resource: GraphResource.Item, Tail: [var first, ..] }
            || !first.Equals("thumbnails", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return (path.Tail.Skip(1).ToArray(), method) switch
        {
            ([], "GET") => Route.Plain(EmulatorOperation.ListThumbnails, exchange => List(exchange, path)),
            (["0"], "GET") => Route.Plain(EmulatorOperation.GetThumbnail, exchange => GetSet(exchange, path)),
            (["0", var size], "GET") => Route.Plain(EmulatorOperation.GetThumbnail, exchange => Get(exchange, path, size)),
            (["0", var size, "content"], "GET") =>
                Route.Plain(EmulatorOperation.GetThumbnail, exchange => GetContent(exchange, path, size)),
            (["0", "source", "content"], "PUT") =>
                new(EmulatorOperation.PutThumbnail, (exchange, token) => PutAsync(exchange, path, token)),
            ([_, _, ..], "GET") => Route.Plain(EmulatorOperation.GetThumbnail, _ => throw GraphError.ItemNotFound()),
            _ => null,
        };
    }

    private Answer List(Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            var set = thumbnails.Render(drive, resolver.GetItem(exchange, drive, path.Item!), exchange.BaseUrl, Sizes(exchange));
            return Answer.Json(200, new JsonObject { ["value"] = set is null ? [] : new JsonArray(set) });
        }
    }

    private Answer GetSet(Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, path.Item!);
            return thumbnails.Render(drive, item, exchange.BaseUrl, Sizes(exchange)) is { } set
                ? Answer.Json(200, set)
                : throw GraphError.ItemNotFound();
        }
    }

    private static string[] Sizes(Exchange exchange) => (exchange.Query.Option("select") ?? string.Empty)
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private Answer Get(Exchange exchange, GraphPath path, string size)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, path.Item!);
            return Answer.Json(200, thumbnails.RenderOne(drive, item, exchange.BaseUrl, size) ?? throw GraphError.ItemNotFound());
        }
    }

    private Answer GetContent(Exchange exchange, GraphPath path, string size)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, path.Item!);
            return thumbnails.RenderOne(drive, item, exchange.BaseUrl, size) is { } thumbnail
                ? Answer.Empty(302).With("Location", thumbnail["url"]!.GetValue<string>())
                : throw GraphError.ItemNotFound();
        }
    }

    private async Task<Answer> PutAsync(Exchange exchange, GraphPath path, CancellationToken cancellationToken)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        if (drive.Type != EmulatorDriveType.Personal)
        {
            throw new GraphError(501, "notSupported", "Only personal drives accept custom thumbnails.");
        }

        var picture = await ShortBody.ReadAsync(exchange.Body, LargestPicture, cancellationToken).ConfigureAwait(false);
        if (picture is not { Length: > 0 })
        {
            throw GraphError.InvalidRequest($"A thumbnail must have 1 to {LargestPicture} bytes.");
        }

        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, path.Item!);
            item.ThumbnailSource = StoredContent.Of(picture);
            return Answer.Empty(200).With(
                "Location", downloads.Create(drive, item, exchange.BaseUrl, ThumbnailRenderer.PartPrefix + "source"));
        }
    }
}
