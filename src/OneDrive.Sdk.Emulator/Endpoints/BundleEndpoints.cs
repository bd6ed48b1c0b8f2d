using System.Text.Json;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Bundles and albums, which only personal drives have: https://learn.microsoft.com/graph/api/resources/bundle.</summary>
internal sealed class BundleEndpoints(ItemResolver resolver, ItemRenderer renderer, ItemList list, ItemExpansion expansion)
    : IEndpointRoutes
{
    public Route? Match(Exchange request, GraphPath path, string method) =>
        path.Resource is not GraphResource.Drive ? null : (path.Tail, method) switch
        {
            (["bundles"], "GET") => Route.Plain(EmulatorOperation.ListBundles, exchange => List(exchange, path)),
            (["bundles"], "POST") => new(EmulatorOperation.CreateBundle, (exchange, token) => CreateAsync(exchange, path, token)),
            (["bundles", var id], "GET") => Route.Plain(EmulatorOperation.GetBundle, exchange => Get(exchange, path, id)),
            (["bundles", var id, "children"], "GET") => Route.Plain(EmulatorOperation.GetBundle, exchange => ListItems(exchange, path, id)),
            (["bundles", var id, "children"], "POST") =>
                new(EmulatorOperation.AddToBundle, (exchange, token) => AddAsync(exchange, path, id, token)),
            (["bundles", var id, "children", var item], "DELETE") =>
                Route.Plain(EmulatorOperation.RemoveFromBundle, exchange => Remove(exchange, path, id, item)),
            _ => null,
        };

    private Answer List(Exchange exchange, GraphPath path)
    {
        var drive = GetDrive(exchange, path);
        lock (drive.Gate)
        {
            return list.Render(exchange, drive, drive.Bundles);
        }
    }

    private async Task<Answer> CreateAsync(Exchange exchange, GraphPath path, CancellationToken cancellationToken)
    {
        var drive = GetDrive(exchange, path);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        var name = body.GetText("name") ?? throw GraphError.InvalidRequest("A name is required.");
        var facet = body.GetObject("bundle") ?? throw GraphError.InvalidRequest("A bundle facet is required.");
        var children = body.TryGetProperty("children", out var array) && array.ValueKind == JsonValueKind.Array
            ? array.EnumerateArray().Select(child => child.GetText("id") ?? string.Empty).ToList()
            : [];
        lock (drive.Gate)
        {
            var bundle = drive.CreateBundle(
                name, facet.GetObject("album") is not null, children, ItemQuery.GetConflict(body, ConflictBehavior.Fail), exchange.Actor);
            return Answer.Json(201, renderer.RenderAnswer(drive, bundle, exchange.BaseUrl));
        }
    }

    private Answer Get(Exchange exchange, GraphPath path, string id)
    {
        var drive = GetDrive(exchange, path);
        lock (drive.Gate)
        {
            var bundle = GetBundle(drive, id);
            var json = expansion.Add(
                exchange, drive, bundle, renderer.RenderAnswer(drive, bundle, exchange.BaseUrl), exchange.Query.Option("expand"));
            return Answer.Json(200, ItemQuery.Select(json, exchange.Query));
        }
    }

    private Answer ListItems(Exchange exchange, GraphPath path, string id)
    {
        var drive = GetDrive(exchange, path);
        lock (drive.Gate)
        {
            return list.Render(exchange, drive, GetBundle(drive, id).Bundle!.Items);
        }
    }

    private async Task<Answer> AddAsync(Exchange exchange, GraphPath path, string id, CancellationToken cancellationToken)
    {
        var drive = GetDrive(exchange, path);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        lock (drive.Gate)
        {
            var bundle = GetBundle(drive, id);
            var item = drive.FindById(body.GetText("id") ?? string.Empty) ?? throw GraphError.ItemNotFound();
            if (!bundle.Bundle!.Items.Contains(item))
            {
                bundle.Bundle.Items.Add(item);
            }

            return Answer.Empty(204);
        }
    }

    private Answer Remove(Exchange exchange, GraphPath path, string id, string itemId)
    {
        var drive = GetDrive(exchange, path);
        lock (drive.Gate)
        {
            return GetBundle(drive, id).Bundle!.Items.RemoveAll(item => item.Id == itemId) > 0
                ? Answer.Empty(204)
                : throw GraphError.ItemNotFound();
        }
    }

    private DriveState GetDrive(Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        return drive.Type == EmulatorDriveType.Personal
            ? drive
            : throw new GraphError(501, "notSupported", "Bundles are supported on personal drives only.");
    }

    private static ItemNode GetBundle(DriveState drive, string id)
        => drive.FindById(id) is { Bundle: not null } bundle ? bundle : throw GraphError.ItemNotFound();
}
