using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Queries;

/// <summary>What the words of a filter mean while it looks at one entry: its properties, and the variables of any and all.</summary>
internal sealed record FilterScope(JsonObject Entry, string? Variable = null, JsonNode? Value = null, FilterScope? Outer = null)
{
    /// <summary>The value at a path of properties; null when there is none.</summary>
    public JsonNode? Find(string[] path)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.Variable == path[0])
            {
                return Follow(scope.Value, path.AsSpan(1));
            }
        }

        return Follow(Entry, path);
    }

    private static JsonNode? Follow(JsonNode? node, ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            node = (node as JsonObject)?.FirstOrDefault(member => member.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        }

        return node;
    }
}
