using System.Collections.Frozen;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>
/// Brings every spelling of a path in OData into one: keys as segments, known words in their own case, functions and actions without a
/// namespace, and without parentheses where they take no argument. Names of items stay as they are. See
/// https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part2-url-conventions.html.
/// </summary>
internal static class ODataPath
{
    private static readonly string[] Namespaces = ["microsoft.graph.", "graph."];

    /// <summary>What is behind a collection and is not a key of it.</summary>
    private static readonly string[] NoKeys = ["delta", "getAllSites", "$count", "$ref"];

    private static readonly string[] Types = ["driveItem", "drive", "user", "group", "site", "list", "listItem", "permission"];

    private static readonly FrozenSet<string> Collections = new[]
    {
        "users", "groups", "drives", "sites", "shares", "subscriptions", "items", "children", "special", "bundles", "following",
        "permissions", "versions", "thumbnails", "lists", "columns", "contentTypes", "documentSetVersions", "activities",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Words = Collections.Concat(
    [
        "me", "drive", "root", "list", "listItem", "driveItem", "content", "delta", "copy", "createLink", "createUploadSession", "invite",
        "preview", "recent", "sharedWithMe", "shared", "search", "restore", "checkin", "checkout", "discardCheckout", "follow", "unfollow",
        "permanentDelete", "analytics", "allTime", "lastSevenDays", "getActivitiesByInterval", "retentionLabel",
        "extractSensitivityLabels", "assignSensitivityLabel", "restoreVersion", "validatePermission", "permission", "grant", "site",
        "fields", "getByPath", "getAllSites", "reauthorize", "$count", "$ref", "$value",
    ]).ToFrozenDictionary(word => word, word => word, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the raw segments that follow the version, and gives raw segments.</summary>
    public static string[] Normalize(IReadOnlyList<string> segments, RequestQuery query)
    {
        var result = new List<string>(segments.Count);
        var rest = new Queue<string>(segments);
        string? collection = null;
        var isInNames = false;
        while (rest.TryDequeue(out var raw))
        {
            if (isInNames)
            {
                result.Add(raw);
                isInNames = !raw.EndsWith(':');
            }
            else if (collection is not null && !IsBehind(collection, raw))
            {
                result.Add(raw);
                collection = null;
                isInNames = raw.EndsWith(':');
            }
            else
            {
                (collection, isInNames) = AddWord(Join(raw, rest), query, result);
            }
        }

        return [.. result];
    }

    // A slash in the text of a function may come unencoded.
    private static string Join(string raw, Queue<string> rest)
    {
        var text = GraphPathParser.Decode(raw);
        while (text.Contains('(', StringComparison.Ordinal)
            && !text.EndsWith(')') && text.Count('\'') % 2 == 1
            && rest.TryDequeue(out var more))
        {
            text += $"/{GraphPathParser.Decode(more)}";
        }

        return text;
    }

    /// <summary>Adds a word, with its key or arguments. Gives the collection whose key is to follow, and whether names are.</summary>
    private static (string? Collection, bool IsInNames) AddWord(string text, RequestQuery query, List<string> result)
    {
        var isInNames = text.EndsWith(':');
        var word = isInNames ? text[..^1] : text;
        var call = FunctionCall.TryParse(word);
        var name = Canonical(call?.Name ?? word);
        if (call is null && HasNamespace(word) && Types.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            // A cast of an entity to the type that it has.
            return (null, isInNames);
        }

        if (call is null)
        {
            result.Add(Escape(name) + (isInNames ? ":" : string.Empty));
            return (!isInNames && Collections.Contains(name) ? name : null, isInNames);
        }

        if (Collections.Contains(name) && KeyOf(call) is { } key)
        {
            result.Add(name);
            result.Add(Escape(Unquote(Resolve(key, query))).Replace(":", "%3A", StringComparison.Ordinal)
                + (isInNames ? ":" : string.Empty));
            return (null, isInNames);
        }

        var arguments = call.Arguments.Select(argument => (argument.Name, Value: Resolve(argument.Value, query)))
            .Where(argument => argument.Value != "null")
            .Select(argument => argument.Name.Length == 0 ? argument.Value : $"{argument.Name}={argument.Value}")
            .ToList();
        result.Add(Escape(arguments.Count == 0 ? name + call.Suffix : $"{name}({string.Join(',', arguments)}){call.Suffix}"));
        return (null, isInNames);
    }

    // Some clients do not double quotation marks in names, so the key is the text between the first and the last one.
    private static string? KeyOf(FunctionCall call) => call switch
    {
        { Text: ['\'', .., '\''] } => call.Text,
        { Arguments: [var only] } => only.Value,
        _ => null,
    };

    private static bool IsBehind(string collection, string raw)
    {
        var word = GraphPathParser.Decode(raw);
        return collection is "children" or "special"
            ? word.StartsWith("$count", StringComparison.OrdinalIgnoreCase)
            : HasNamespace(word) || NoKeys.Contains(word.Split('(')[0], StringComparer.OrdinalIgnoreCase);
    }

    private static bool HasNamespace(string word)
        => Array.Exists(Namespaces, prefix => word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static string Canonical(string word)
    {
        var prefix = Array.Find(Namespaces, prefix => word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        var name = word[(prefix?.Length ?? 0)..];
        return Words.GetValueOrDefault(name, name);
    }

    // A parameter alias: search(q=@text)?@text='…'.
    private static string Resolve(string value, RequestQuery query)
        => value.StartsWith('@')
            ? query[value]
                ?? throw GraphError.InvalidRequest($"The parameter alias '{value}' has no value in the query.", "invalidQueryOption")
            : value;

    private static string Unquote(string value)
        => value is ['\'', .. var inner, '\''] ? inner.Replace("''", "'", StringComparison.Ordinal) : value;

    private static string Escape(string text)
        => text.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal);
}
