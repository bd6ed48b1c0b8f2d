using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Queries;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Conditions, $select and conflict behavior: what many operations read from a request in the same way.</summary>
internal static class ItemQuery
{
    private static readonly string[] ConflictNames = ["@microsoft.graph.conflictBehavior", "@name.conflictBehavior"];

    /// <summary>Keeps the selected properties, those that were expanded, and the annotations of OData.</summary>
    public static JsonObject Select(JsonObject json, RequestQuery query) => Select(json, query.Option("select"), query.Option("expand"));

    /// <summary>The same for a part of a response, which has options of its own.</summary>
    public static JsonObject Select(JsonObject json, string? select, string? expand = null)
    {
        if (select is not { Length: > 0 } || select == "*")
        {
            return json;
        }

        var paths = select.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var names = paths.Select(path => path.Split('/')[0]).Concat(Expansion.Parse(expand).Select(one => one.Name))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.Contains("content.downloadUrl") || names.Contains("@content.downloadUrl"))
        {
            names.Add(ItemRenderer.DownloadUrlProperty);
        }

        foreach (var name in json.Select(property => property.Key).ToArray())
        {
            if (!names.Contains(name) && !name.StartsWith("@odata.", StringComparison.Ordinal))
            {
                json.Remove(name);
            }
        }

        foreach (var path in paths.Where(path => path.Contains('/', StringComparison.Ordinal)))
        {
            KeepWithin(json, path, paths);
        }

        return json;
    }

    // Of file/hashes only that part of file is kept, unless file itself is selected as well.
    private static void KeepWithin(JsonObject json, string path, string[] paths)
    {
        var owner = path.Split('/')[0];
        if (json[owner] is JsonObject part && !paths.Contains(owner, StringComparer.OrdinalIgnoreCase))
        {
            var within = paths.Where(other => other.StartsWith(owner + "/", StringComparison.OrdinalIgnoreCase))
                .Select(other => other[(owner.Length + 1)..]);
            Select(part, string.Join(',', within));
        }
    }

    public static ConflictBehavior GetConflict(RequestQuery query, ConflictBehavior fallback)
        => Parse(ConflictNames.Select(name => query[name]).FirstOrDefault(value => value is not null), fallback);

    public static ConflictBehavior GetConflict(System.Text.Json.JsonElement json, ConflictBehavior fallback)
        => Parse(ConflictNames.Select(name => Hosting.JsonText.GetText(json, name)).FirstOrDefault(value => value is not null), fallback);

    /// <summary>Rejects the request when it was made for another state of the item. Either tag of the item is good.</summary>
    public static void CheckIfMatch(string? ifMatch, ItemNode? item)
    {
        if (ifMatch is not null && (item is null || !Matches(ifMatch, item)))
        {
            throw GraphError.ResourceModified();
        }
    }

    /// <summary>Rejects the write if the item is in the state that the caller does not want, which for * is any.</summary>
    public static void CheckIfNoneMatch(string? ifNoneMatch, ItemNode? item)
    {
        if (ifNoneMatch is not null && item is not null && Matches(ifNoneMatch, item))
        {
            throw GraphError.ResourceModified();
        }
    }

    public static bool Matches(string tags, ItemNode item)
        => SplitTags(tags).Any(tag => tag == "*" || tag.Trim('"') == item.ETag.Trim('"') || tag.Trim('"') == item.CTag.Trim('"'));

    // A tag holds a comma ("{GUID},3"), so a list is cut only at commas that stand between quotation marks.
    private static string[] SplitTags(string tags) => tags.Contains("\",", StringComparison.Ordinal)
        ? [.. tags.Split("\",", StringSplitOptions.TrimEntries).Select(tag => tag.EndsWith('"') || tag == "*" ? tag : tag + "\"")]
        : [tags.Trim()];

    private static ConflictBehavior Parse(string? value, ConflictBehavior fallback) => value?.ToUpperInvariant() switch
    {
        null or "" => fallback,
        "FAIL" => ConflictBehavior.Fail,
        "REPLACE" => ConflictBehavior.Replace,
        "RENAME" => ConflictBehavior.Rename,
        _ => throw GraphError.InvalidRequest($"'{value}' is not a conflict behavior."),
    };
}
