using System.Collections.Frozen;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Identity;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>
/// SharePoint's own endpoint under /_api/v2.0: the same drives in an older dialect. Actions have a prefix, annotations other names, and
/// users, groups and sites are not there. See https://learn.microsoft.com/onedrive/developer/rest-api/concepts/direct-endpoint-differences.
/// </summary>
internal static class LegacyDialect
{
    private const string Prefix = "oneDrive.";

    private static readonly string[] Actions =
        ["copy", "createLink", "createUploadSession", "delta", "invite", "recent", "search", "sharedWithMe"];

    private static readonly FrozenDictionary<string, string> Annotations = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["@microsoft.graph.downloadUrl"] = "@content.downloadUrl",
        ["@microsoft.graph.sharedChanged"] = "@oneDrive.sharedChanged",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The path below the root in the words of Graph.</summary>
    public static string[] ToGraph(IReadOnlyList<string> segments)
    {
        if (segments is not [var first, ..] || first is not ("drive" or "drives" or "shares"))
        {
            throw UnknownSegment(segments.Count == 0 ? string.Empty : segments[0]);
        }

        string[] path = segments.Count == 1 && first == "drives" ? ["me", "drives"] : [.. segments];
        if (EndsInName(path))
        {
            return path;
        }

        if (path[^1].StartsWith(Prefix, StringComparison.Ordinal))
        {
            path[^1] = path[^1][Prefix.Length..];
        }
        else if (Actions.Contains(path[^1].Split('(')[0], StringComparer.OrdinalIgnoreCase))
        {
            throw UnknownSegment(path[^1]);
        }

        return path;
    }

    /// <summary>The same route, which wants a token for SharePoint and answers in the dialect.</summary>
    public static Route Translate(Route route) => route with
    {
        NeedsToken = true,
        Audience = AudienceKind.SharePoint,
        Handler = async (exchange, cancellationToken) =>
            Rename(await route.Handler(exchange, cancellationToken).ConfigureAwait(false)),
    };

    // A path in colons that is not closed ends in the name of an item.
    private static bool EndsInName(string[] path)
    {
        var isOpen = false;
        foreach (var segment in path)
        {
            isOpen ^= segment.EndsWith(':');
        }

        return isOpen;
    }

    private static Answer Rename(Answer answer)
    {
        if (answer.Body is { Length: > 0 } body
            && answer.Headers.TryGetValue("Content-Type", out var type) && type.StartsWith("application/json", StringComparison.Ordinal)
            && JsonNode.Parse(body) is { } json)
        {
            Rename(json);
            answer.Body = JsonText.ToBytes(json);
        }

        return answer;
    }

    private static void Rename(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var entry in list)
            {
                Rename(entry);
            }
        }
        else if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToList())
            {
                Rename(value);
                if (Annotations.TryGetValue(name, out var other))
                {
                    members.Remove(name);
                    members[other] = value;
                }
            }
        }
    }

    private static GraphError UnknownSegment(string segment)
        => new(400, "invalidRequest", $"The API version 'v2.0' does not support the segment '{segment}'.");
}
