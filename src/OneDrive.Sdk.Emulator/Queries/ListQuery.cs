using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;

namespace OneDrive.Sdk.Emulator.Queries;

/// <summary>Filters and orders the entries of a list as the request specifies.</summary>
internal static class ListQuery
{
    public static IReadOnlyList<T> Apply<T>(Exchange exchange, QueryEntity entity, IReadOnlyList<T> entries, Func<T, JsonObject> render)
    {
        var filter = FilterParser.Parse(exchange.Query.Option("filter"), entity);
        IReadOnlyList<T> found = filter is null ? entries : [.. entries.Where(entry => filter(render(entry)))];
        return ListOrder.Sort(found, exchange.Query.Option("orderby"), render);
    }
}
