using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>
/// Compares what was sent with what is documented. What the documentation names has to be there with the same value. Beyond it only those
/// things may be sent that a row names: defaults of the service, said out loud.
/// </summary>
internal static class RequestComparison
{
    /// <summary>Headers that belong to the connection, or to the page that shows them.</summary>
    private static readonly string[] OwnHeaders = ["Host", "Authorization", "Content-Length", "Accept", "User-Agent"];

    /// <summary>Segments that are words of the API, which some pages write with another case.</summary>
    private static readonly string[] Words = ["driveItem"];

    /// <summary>Dates in the arguments of functions, which one page writes without all zeros.</summary>
    private static readonly Regex Dates = new(@"\b\d{4}-\d{1,2}-\d{1,2}\b", RegexOptions.NonBacktracking);

    internal static IEnumerable<string> Differences(CorpusRequest expected, SentCall actual, IReadOnlyList<string> defaults) =>
    [
        .. expected.Method == actual.Method ? [] : new[] { $"method {actual.Method}" },
        .. SamePath(expected, actual.Path) ? [] : new[] { $"path {actual.Path}" },
        .. QueryDifferences(expected, actual, defaults),
        .. expected.Headers.SelectMany(header => HeaderDifferences(header.Key, header.Value, actual)),
        .. expected.IsTemplate ? [] : BodyDifferences(expected, actual, defaults),
    ];

    private static bool SamePath(CorpusRequest expected, string actual)
    {
        if (expected.IsForeign)
        {
            return string.Equals(expected.Path, actual, StringComparison.Ordinal);
        }

        var wanted = expected.Path.Split('/').Select(DocumentedAddress.Plain).ToList();
        if (wanted[0] is "drive")
        {
            wanted.Insert(0, "me");
        }

        // A trailing colon is dropped when nothing follows the path.
        wanted[^1] = wanted[^1].TrimEnd(':');
        var sent = actual.Split('/');
        return wanted.Count == sent.Length && wanted.Zip(sent).All(pair => IsSame(pair.First, pair.Second))
            && (wanted[0] is not "shares" || sent[1].StartsWith("u!", StringComparison.Ordinal));

        bool IsSame(string one, string other) =>
            string.Equals(Dates.Replace(one, FullDate), other, StringComparison.Ordinal)
            || (wanted[0] is "shares" && one == wanted[1] && other == sent[1])
            || (Words.Contains(one, StringComparer.OrdinalIgnoreCase) && string.Equals(one, other, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> QueryDifferences(CorpusRequest expected, SentCall actual, IReadOnlyList<string> defaults)
    {
        var sent = actual.Query.ToDictionary(pair => pair.Key.TrimStart('$'), pair => pair.Value, StringComparer.Ordinal);
        foreach (var (name, value) in expected.Query)
        {
            var plain = DocumentedAddress.Plain(value);
            if (!sent.Remove(name.TrimStart('$'), out var other) || Compact(other) != Compact(plain))
            {
                yield return $"query {name}={other ?? "(absent)"}";
            }
        }

        foreach (var name in sent.Keys.Where(name => !defaults.Contains(name)))
        {
            yield return $"query {name} was added";
        }
    }

    private static string FullDate(Match date) => string.Join(
        '-', date.Value.Split('-').Select(part => part.PadLeft(2, '0')));

    private static string Compact(string text) =>
        text.Replace(" ", "", StringComparison.Ordinal).Replace("$", "", StringComparison.Ordinal);

    private static IEnumerable<string> HeaderDifferences(string name, string value, SentCall actual)
    {
        if (OwnHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return [];
        }

        var sent = actual.Headers.GetValueOrDefault(name);
        var isSame = name.ToUpperInvariant() switch
        {
            "CONTENT-TYPE" => MediaType(value).Equals(MediaType(sent ?? ""), StringComparison.OrdinalIgnoreCase),
            "PREFER" => value.Split(',').All(part => sent?.Contains(part.Trim(), StringComparison.OrdinalIgnoreCase) is true),
            _ => string.Equals(DocumentedAddress.Plain(value), sent, StringComparison.Ordinal),
        };
        return isSame ? [] : [$"header {name}: {sent ?? "(absent)"}"];
    }

    private static string MediaType(string value) => value.Split(';')[0].Trim();

    private static IEnumerable<string> BodyDifferences(CorpusRequest expected, SentCall actual, IReadOnlyList<string> defaults)
    {
        if (RelatedParts.Has(expected))
        {
            return RelatedDifferences(
                RelatedParts.Of(expected.Headers["Content-Type"], expected.Text!), RelatedParts.Of(actual), defaults);
        }

        // A page writes in angle brackets what bytes there would be.
        if (expected.Text is { } placeholder && placeholder.StartsWith('<') && placeholder.EndsWith('>'))
        {
            return [];
        }

        if (expected.Text is { } text)
        {
            return Encoding.UTF8.GetString(actual.Body) == text ? [] : ["body differs"];
        }

        if (expected.Body is not { } body)
        {
            return actual.Body.Length == 0
                ? []
                : [string.Create(CultureInfo.InvariantCulture, $"body of {actual.Body.Length} bytes was added")];
        }

        return Unnamed(SameJson.Differences(body, actual.Json()).Where(difference => !IsSlash(difference)), defaults);
    }

    /// <summary>Some pages write what a subscription watches with a slash before it.</summary>
    private static bool IsSlash(string difference)
    {
        const string Start = "$.resource was \"/";
        return difference.StartsWith(Start, StringComparison.Ordinal)
            && difference[Start.Length..].Split("\" and is \"") is [var expected, var actual]
            && expected.Length > 0 && actual.TrimEnd('"') == expected;
    }

    private static IEnumerable<string> RelatedDifferences(RelatedParts expected, RelatedParts actual, IReadOnlyList<string> defaults) =>
    [
        .. Unnamed(SameJson.Differences(expected.Metadata, actual.Metadata), defaults),
        .. expected.Content == actual.Content ? [] : new[] { "the content differs" },
        .. expected.ContentType == actual.ContentType ? [] : new[] { "the type of the content differs" },
    ];

    private static IEnumerable<string> Unnamed(IEnumerable<string> differences, IReadOnlyList<string> defaults) => differences
        .Where(difference => !defaults.Any(name => difference.EndsWith($".{name} was added", StringComparison.Ordinal)));
}
