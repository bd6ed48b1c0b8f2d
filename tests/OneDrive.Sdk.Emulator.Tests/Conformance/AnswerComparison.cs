using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Tests.Conformance;

/// <summary>Whether an answer has what the page shows: every property that does not depend on the content of a particular file.</summary>
internal static class AnswerComparison
{
    /// <summary>What only photos, songs, found or infected files have, and what a page adds to explain itself.</summary>
    private static readonly string[] Particular =
    [
        "image", "photo", "video", "audio", "location", "malware", "searchResult", "package", "specialFolder", "shared", "description",
        "@odata.nextLink", "@odata.type", "@odata.id", "@odata.count", "@odata.etag", "remoteItem", "folder", "file", "name@odata.type",
    ];

    internal static IEnumerable<string> Missing(JsonObject documented, JsonObject answered, string path = "")
    {
        foreach (var (name, value) in documented)
        {
            if (value is null || value.ToString().Length == 0 || Particular.Contains(name, StringComparer.Ordinal))
            {
                continue;
            }

            if (!answered.TryGetPropertyValue(name, out var found) || found is null)
            {
                yield return path + name;
            }
            else if (value is JsonArray { Count: > 0 } list && list[0] is JsonObject first && path.Length == 0)
            {
                foreach (var missing in found is JsonArray { Count: > 0 } entries
                    ? entries.Select(entry => Missing(first, entry!.AsObject(), $"{name}[0].").ToList()).MinBy(list => list.Count)!
                    : [$"{name}[0]"])
                {
                    yield return missing;
                }
            }
        }
    }
}
