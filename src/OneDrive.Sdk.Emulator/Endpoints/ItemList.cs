using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Queries;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Answers with a list of items: filtered, ordered, cut into pages, with the properties that were requested.</summary>
internal sealed class ItemList(ItemRenderer renderer, ItemExpansion expansion, EmulatorOptions options)
{
    /// <summary>Items of one drive. Called under its lock.</summary>
    public Answer Render(Exchange exchange, DriveState drive, IReadOnlyList<ItemNode> items)
        => Answer.Json(200, RenderPage(exchange, drive, items));

    /// <summary>What a search found in one drive, and how much that is. Called under its lock.</summary>
    public Answer RenderFound(
        Exchange exchange, DriveState drive, IReadOnlyList<ItemNode> items, string? pathToken, bool linksWithoutQuery)
        => Answer.Json(200, AddCount(RenderPage(exchange, drive, items, pathToken, linksWithoutQuery), items.Count));

    /// <summary>What a search found in several drives.</summary>
    public Answer RenderFound(Exchange exchange, IReadOnlyList<JsonObject> items)
        => Answer.Json(200, AddCount(RenderPage(exchange, items), items.Count));

    private JsonObject RenderPage(
        Exchange exchange, DriveState drive, IReadOnlyList<ItemNode> items, string? pathToken = null, bool linksWithoutQuery = false)
    {
        var found = ListQuery.Apply(
            exchange, QueryEntity.DriveItem, items, item => renderer.Render(drive, item, exchange.BaseUrl));
        return ListPaging.Render(
            exchange,
            found,
            options.PageSize,
            item => ItemQuery.Select(
                expansion.Render(exchange, drive, item, exchange.Query.Option("expand")), exchange.Query),
            pathToken,
            linksWithoutQuery);
    }

    /// <summary>Items that are rendered already, because they come from several drives.</summary>
    public Answer Render(Exchange exchange, IReadOnlyList<JsonObject> items) => Answer.Json(200, RenderPage(exchange, items));

    private JsonObject RenderPage(Exchange exchange, IReadOnlyList<JsonObject> items) => ListPaging.Render(
        exchange,
        ListQuery.Apply(exchange, QueryEntity.DriveItem, items, item => item),
        options.PageSize,
        item => ItemQuery.Select(item, exchange.Query));

    private static JsonObject AddCount(JsonObject json, int count)
    {
        json["@search.approximateCount"] = count;
        return json;
    }
}
