using System.Text.Json;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>A documented request: a full example, or the address of an operation with placeholders.</summary>
internal sealed class CorpusRequest
{
    private static readonly string[] Roots =
    [
        "https://graph.microsoft.com/v1.0/", "https://graph.microsoft.com/beta/", "https://api.onedrive.com/v1.0/", "/",
    ];

    /// <summary>The root of libraries before Microsoft Graph, and of SharePoint Server.</summary>
    private const string OlderRoot = "/_api/v2.0/";

    /// <summary>What is in addresses that the service gave.</summary>
    private static readonly string[] IsGiven = ["/monitor/", "uploadSession", "tempauth", "/content?"];

    private CorpusRequest(JsonElement line)
    {
        var http = line.GetProperty("http");
        Id = line.GetProperty("id").GetString()!;
        Operation = line.GetProperty("operation").GetString()!;
        IsTemplate = line.GetProperty("kind").GetString() is "template";
        Method = http.GetProperty("method").GetString()!;
        Url = http.GetProperty("url").GetString()!;
        var root = FindRoot(Url);
        IsForeign = root is null;
        var address = Url[(root ?? 0)..];
        var question = address.IndexOf('?', StringComparison.Ordinal);
        var path = (question < 0 ? address : address[..question]).TrimEnd('/');
        (Path, Mistake) = IsForeign ? (path, null) : PageMistakes.Correct(path);
        Query = question < 0 ? [] : QueryText.Parse(address[(question + 1)..]);
        Headers = Find(http, "headers") is { } headers
            ? headers.EnumerateObject().ToDictionary(
                header => header.Name, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)
            : [];
        var body = Find(http, "body");
        Body = body is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } ? body : null;
        Text = body is { ValueKind: JsonValueKind.String } ? body.Value.GetString() : null;
        Address = IsForeign ? DocumentedAddress.Unknown : DocumentedAddress.Parse(Path);
    }

    internal string Id { get; }

    internal string Operation { get; }

    internal bool IsTemplate { get; }

    internal string Method { get; }

    internal string Url { get; }

    /// <summary>Whether it goes to an address that the service gave, and not to the service.</summary>
    internal bool IsForeign { get; }

    /// <summary>The path below the root of the service, as it is meant; the whole address when it is a foreign one.</summary>
    internal string Path { get; }

    /// <summary>What is wrong with the path as the page writes it; null when nothing is.</summary>
    internal string? Mistake { get; }

    internal IReadOnlyList<KeyValuePair<string, string>> Query { get; }

    internal IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body when it is JSON.</summary>
    internal JsonElement? Body { get; }

    /// <summary>The body when it is not.</summary>
    internal string? Text { get; }

    internal DocumentedAddress Address { get; }

    internal static CorpusRequest Read(JsonElement line) => new(line);

    /// <summary>A query parameter, with or without its dollar sign.</summary>
    internal string? Parameter(string name) => Query.FirstOrDefault(pair => pair.Key.TrimStart('$') == name.TrimStart('$')).Value;

    /// <summary>The names that select and expand list.</summary>
    internal IReadOnlyList<string> List(string name) => Parameter(name) is { } text ? QueryText.SplitList(text) : [];

    /// <summary>A text of the body.</summary>
    internal string? BodyText(string name) => BodyPart(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A truth value of the body.</summary>
    internal bool? BodyFlag(string name) =>
        BodyPart(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : null;

    /// <summary>A time of the body.</summary>
    internal DateTimeOffset? BodyDate(string name) => BodyPart(name) is { ValueKind: JsonValueKind.String } value
        && value.TryGetDateTimeOffset(out var date) ? date : null;

    /// <summary>Any part of the body.</summary>
    internal JsonElement? BodyPart(string name) => Body is { ValueKind: JsonValueKind.Object } body ? Find(body, name) : null;

    /// <summary>Where the address below the root of the service begins; null when it goes to another place.</summary>
    private static int? FindRoot(string url)
    {
        if (Roots.FirstOrDefault(root => url.StartsWith(root, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return known.Length;
        }

        var older = url.IndexOf(OlderRoot, StringComparison.OrdinalIgnoreCase);
        return !url.Contains("://", StringComparison.Ordinal)
            ? 0
            : older > 0 && !IsGiven.Any(word => url.Contains(word, StringComparison.OrdinalIgnoreCase)) ? older + OlderRoot.Length : null;
    }

    private static JsonElement? Find(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;
}
