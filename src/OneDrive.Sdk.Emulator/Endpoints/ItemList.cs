using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Queries;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Answers with a list of items: filtered, ordered, cut into pages, with the properties that were asked for.</summary>
internal sealed class ItemList(ItemRenderer renderer, ItemExpansion expansion, EmulatorOptions options)
{
    /// <summary>Items of one drive. Called under its lock.</summary>
    public Answer Render(
        Exchange exchange, DriveState drive, IReadOnlyList<ItemNode> items, string? pathToken = null, bool linksWithoutQuery = false)
    {
        var found = ListQuery.Apply(
            exchange, QueryEntity.DriveItem, items, item => renderer.Render(drive, item, exchange.BaseUrl));
        return Answer.Json(200, ListPaging.Render(
            exchange,
            found,
            options.PageSize,
            item => ItemQuery.Select(
                expansion.Render(exchange, drive, item, exchange.Query.Option("expand")), exchange.Query),
            pathToken,
            linksWithoutQuery));
    }

    /// <summary>Items that are rendered already, because they come from several drives.</summary>
    public Answer Render(Exchange exchange, IReadOnlyList<JsonObject> items) => Answer.Json(200, ListPaging.Render(
        exchange,
        ListQuery.Apply(exchange, QueryEntity.DriveItem, items, item => item),
        options.PageSize,
        item => ItemQuery.Select(item, exchange.Query)));
}
