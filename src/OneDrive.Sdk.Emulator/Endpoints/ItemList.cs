using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Answers with a list of items: filtered, ordered, cut into pages, with the properties that were asked for.</summary>
internal sealed class ItemList(ItemRenderer renderer, ThumbnailRenderer thumbnails, EmulatorOptions options)
{
    /// <summary>Items of one drive. Called under its lock.</summary>
    public Answer Render(
        Exchange exchange, DriveState drive, IReadOnlyList<ItemNode> items, string? pathToken = null, bool linksWithoutQuery = false)
    {
        var filter = ItemFilter.Parse(exchange.Query.Option("filter"));
        var found = filter is null ? items : [.. items.Where(item => filter(renderer.Render(drive, item, exchange.BaseUrl)))];
        return Answer.Json(200, ListPaging.Render(
            exchange,
            Order(found, exchange.Query.Option("orderby")),
            options.PageSize,
            item => ItemQuery.Select(Expand(exchange, drive, item), exchange.Query),
            pathToken,
            linksWithoutQuery));
    }

    /// <summary>Items that are rendered already, because they come from several drives.</summary>
    public Answer Render(Exchange exchange, IEnumerable<JsonObject> items)
    {
        var filter = ItemFilter.Parse(exchange.Query.Option("filter"));
        return Answer.Json(200, ListPaging.Render(
            exchange,
            [.. filter is null ? items : items.Where(filter)],
            options.PageSize,
            item => ItemQuery.Select(item, exchange.Query)));
    }

    /// <summary>Adds the thumbnails of an item, if $expand asks for them.</summary>
    public void AddThumbnails(Exchange exchange, DriveState drive, ItemNode item, JsonObject json)
    {
        if (exchange.Query.Option("expand") is { } expand
            && expand.Contains("thumbnails", StringComparison.OrdinalIgnoreCase)
            && thumbnails.Render(drive, item, exchange.BaseUrl, []) is { } set)
        {
            json["thumbnails"] = new JsonArray(set);
        }
    }

    private JsonObject Expand(Exchange exchange, DriveState drive, ItemNode item)
    {
        var json = renderer.Render(drive, item, exchange.BaseUrl);
        AddThumbnails(exchange, drive, item, json);
        return json;
    }

    private static IReadOnlyList<ItemNode> Order(IReadOnlyList<ItemNode> items, string? orderBy)
    {
        if (string.IsNullOrWhiteSpace(orderBy))
        {
            return items;
        }

        var words = orderBy.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var descending = words.Length == 2 && words[1].Equals("desc", StringComparison.OrdinalIgnoreCase);
        if (words.Length > 2 || (words.Length == 2 && !descending && !words[1].Equals("asc", StringComparison.OrdinalIgnoreCase)))
        {
            throw InvalidOrder(orderBy);
        }

        IEnumerable<ItemNode> ordered = words[0].ToUpperInvariant() switch
        {
            "NAME" => items.OrderBy(item => item.Name, StringComparer.OrdinalIgnoreCase),
            "SIZE" => items.OrderBy(item => item.Size),
            "LASTMODIFIEDDATETIME" => items.OrderBy(item => item.Modified),
            _ => throw InvalidOrder(orderBy),
        };
        return [.. descending ? ordered.Reverse() : ordered];
    }

    private static GraphError InvalidOrder(string orderBy)
        => GraphError.InvalidRequest($"The list cannot be ordered by '{orderBy}'.", "invalidQueryOption");
}
