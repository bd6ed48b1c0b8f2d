using System.Globalization;

namespace OneDrive.Sdk.Calls;

/// <summary>Writes the OData parameters of a call in one fixed order; what is not requested is not written.</summary>
internal static class QueryParameters
{
    internal static IReadOnlyList<KeyValuePair<string, string>> Create(
        IReadOnlyList<string>? select = null,
        IReadOnlyList<string>? expand = null,
        int? pageSize = null,
        string? orderBy = null,
        string? filter = null)
    {
        var query = new List<KeyValuePair<string, string>>();
        AddList(query, "$select", select);
        AddList(query, "$expand", expand);
        if (pageSize is { } count)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(pageSize));
            query.Add(new("$top", count.ToString(CultureInfo.InvariantCulture)));
        }

        AddText(query, "$orderby", orderBy);
        AddText(query, "$filter", filter);
        return query;
    }

    private static void AddList(List<KeyValuePair<string, string>> query, string name, IReadOnlyList<string>? values)
    {
        if (values is null or { Count: 0 })
        {
            return;
        }

        foreach (var value in values)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        }

        query.Add(new(name, string.Join(',', values)));
    }

    private static void AddText(List<KeyValuePair<string, string>> query, string name, string? value)
    {
        if (value is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
            query.Add(new(name, value));
        }
    }
}
