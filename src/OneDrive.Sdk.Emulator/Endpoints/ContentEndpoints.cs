using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Bytes in one request, and the redirect to where they can be fetched.</summary>
internal sealed class ContentEndpoints(
    ItemResolver resolver,
    ItemRenderer renderer,
    DownloadUrls downloads,
    ContentStore store,
    StoredQuirks quirks,
    EmulatorOptions options) : IEndpointRoutes
{
    private const int BufferSize = 64 * 1024;

    public Route? Match(Exchange request, GraphPath path, string method) => path is { Resource: GraphResource.Item, Tail: [var verb] }
        && verb.Equals("content", StringComparison.OrdinalIgnoreCase)
        ? method switch
        {
            "GET" => Route.Plain(EmulatorOperation.GetContent, exchange => Get(exchange, path)),
            "PUT" => new Route(EmulatorOperation.PutContent, (exchange, cancellationToken) => PutAsync(exchange, path, cancellationToken)),
            _ => Route.MethodNotAllowed(),
        }
        : null;

    public Answer Get(Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, path.Item!);
            if (item.IsFolder)
            {
                throw GraphError.InvalidRequest("A folder does not have content.");
            }

            if (exchange.Header("If-None-Match") is { } ifNoneMatch && ItemQuery.Matches(ifNoneMatch, item))
            {
                return Answer.Empty(304).With("ETag", item.ETag);
            }

            item.Uses.Add("access", options.TimeProvider.GetUtcNow(), exchange.Actor);
            return exchange.Query["format"] is not { } format
                ? Answer.Empty(302).With("Location", downloads.Create(drive, item, exchange.BaseUrl))
                : Conversions.IsOffered(item, format)
                    ? Answer.Empty(302).With("Location", downloads.Create(drive, item, exchange.BaseUrl, Conversions.PartPrefix + format))
                    : throw new GraphError(406, "notSupported", $"'{item.Name}' cannot be converted to {format}.");
        }
    }

    public async Task<Answer> PutAsync(Exchange exchange, GraphPath path, CancellationToken cancellationToken)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        var conflict = ItemQuery.GetConflict(exchange.Query, ConflictBehavior.Replace);
        lock (drive.Gate)
        {
            CheckConditions(exchange, FindTarget(exchange, drive, path.Item!));
        }

        if (exchange.Request.ContentLength > options.MaxSimpleUploadSize)
        {
            throw TooLarge();
        }

        var content = await ReceiveAsync(exchange, drive.Type, cancellationToken).ConfigureAwait(false);
        try
        {
            lock (drive.Gate)
            {
                var (item, isNew) = Store(exchange, drive, path.Item!, content, conflict);
                quirks.Describe(drive, item);
                return Answer.Json(
                    isNew ? 201 : 200,
                    ItemQuery.Select(renderer.RenderAnswer(drive, item, exchange.BaseUrl), exchange.Query));
            }
        }
        catch (GraphError)
        {
            content.Delete();
            throw;
        }
    }

    private (ItemNode Item, bool IsNew) Store(
        Exchange exchange,
        DriveState drive,
        ItemSelector selector,
        StoredContent content,
        ConflictBehavior conflict)
    {
        var target = FindTarget(exchange, drive, selector);
        CheckConditions(exchange, target);
        if (selector.Path.Count > 0)
        {
            var parent = drive.EnsureFolders(
                resolver.GetAnchor(exchange, drive, selector),
                selector.Path.Take(selector.Path.Count - 1),
                exchange.Actor);
            var name = selector.EndsInKey && target is not null ? target.Name : selector.Path[^1];
            return drive.PutFile(parent, name, content, conflict, exchange.Actor);
        }

        drive.ReplaceContent(target ?? throw GraphError.ItemNotFound(), content, exchange.Actor);
        return (target, false);
    }

    private ItemNode? FindTarget(Exchange exchange, DriveState drive, ItemSelector selector)
        => resolver.Find(exchange, drive, selector);

    private static void CheckConditions(Exchange exchange, ItemNode? target)
    {
        ItemQuery.CheckIfMatch(exchange.Header("If-Match"), target);
        ItemQuery.CheckIfNoneMatch(exchange.Header("If-None-Match"), target);
    }

    private async Task<StoredContent> ReceiveAsync(Exchange exchange, EmulatorDriveType driveType, CancellationToken cancellationToken)
    {
        using var writer = store.Create(exchange.Request.ContentLength, driveType);
        writer.BeginFragment();
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var length = 0L;
            int read;
            while ((read = await exchange.Body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                length += read;
                if (length > options.MaxSimpleUploadSize)
                {
                    throw TooLarge();
                }

                await writer.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }

            await writer.AcceptFragmentAsync(cancellationToken).ConfigureAwait(false);
            return writer.Finish();
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private GraphError TooLarge()
        => new(
            413,
            "invalidRequest",
            $"The content is larger than {options.MaxSimpleUploadSize} bytes. Use an upload session.",
            "maxFileSizeExceeded");
}
