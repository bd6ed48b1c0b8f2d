using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Queries;

/// <summary>$orderby: properties with asc or desc behind them, the most important first.</summary>
internal static class ListOrder
{
    public static IReadOnlyList<(string Property, bool IsDescending)> Parse(string? orderBy)
        => orderBy is null ? [] : [.. orderBy.Split(',').Select(word => ParseOne(word, orderBy))];

    /// <summary>Entries by the value of their properties; those that have none come first.</summary>
    public static IReadOnlyList<T> Sort<T>(IReadOnlyList<T> entries, string? orderBy, Func<T, JsonObject> render)
    {
        var order = Parse(orderBy);
        if (order.Count == 0)
        {
            return entries;
        }

        var rendered = entries.Select(entry => (Entry: entry, Scope: new FilterScope(render(entry)))).ToList();
        IOrderedEnumerable<(T Entry, FilterScope Scope)>? sorted = null;
        foreach (var (property, isDescending) in order)
        {
            var path = property.Split('/');
            object? Key((T Entry, FilterScope Scope) one) => FilterValue.From(one.Scope.Find(path));
            sorted = (sorted, isDescending) switch
            {
                (null, false) => rendered.OrderBy(Key, ValueOrder.Instance),
                (null, true) => rendered.OrderByDescending(Key, ValueOrder.Instance),
                (_, false) => sorted.ThenBy(Key, ValueOrder.Instance),
                (_, true) => sorted.ThenByDescending(Key, ValueOrder.Instance),
            };
        }

        return [.. sorted!.Select(one => one.Entry)];
    }

    private static (string Property, bool IsDescending) ParseOne(string word, string whole)
        => word.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var property] => (property, false),
            [var property, var direction] when direction.Equals("asc", StringComparison.OrdinalIgnoreCase) => (property, false),
            [var property, var direction] when direction.Equals("desc", StringComparison.OrdinalIgnoreCase) => (property, true),
            _ => throw QueryErrors.Invalid($"The value of $orderby cannot be parsed: '{whole}'."),
        };

    private sealed class ValueOrder : IComparer<object?>
    {
        public static ValueOrder Instance { get; } = new();

        public int Compare(object? x, object? y) => FilterValue.Compare(x, y) ?? (x is null ? -1 : y is null ? 1 : 0);
    }
}
