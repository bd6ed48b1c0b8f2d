using System.Globalization;
using System.Text.Json;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>
/// Compares JSON by value: times by their instant, numbers by their size, null like absent, and the first day of the calendar, which
/// means "none", like absent. So is the word datetime, which some pages write in place of a time.
/// </summary>
internal static class SameJson
{
    /// <summary>What of the expected text is missing or different, and what is there besides it.</summary>
    internal static IEnumerable<string> Differences(JsonElement? expected, JsonElement? actual, string path = "$")
    {
        var (left, right) = (Present(expected), Present(actual));
        if (left is null || right is null)
        {
            return left is null == right is null ? [] : [left is null ? $"{path} was added" : $"{path} was lost"];
        }

        return (left.Value.ValueKind, right.Value.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => Objects(left.Value, right.Value, path),
            (JsonValueKind.Array, JsonValueKind.Array) => Arrays(left.Value, right.Value, path),
            _ => IsSameValue(left.Value, right.Value) ? [] : [$"{path} was {left.Value.GetRawText()} and is {right.Value.GetRawText()}"],
        };
    }

    private static IEnumerable<string> Objects(JsonElement expected, JsonElement actual, string path) => expected.EnumerateObject()
        .Select(property => property.Name)
        .Union(actual.EnumerateObject().Select(property => property.Name), StringComparer.Ordinal)
        .SelectMany(name => Differences(Find(expected, name), Find(actual, name), $"{path}.{name}"));

    private static IEnumerable<string> Arrays(JsonElement expected, JsonElement actual, string path) =>
        expected.GetArrayLength() != actual.GetArrayLength()
            ? [$"{path} had {expected.GetArrayLength()} entries and has {actual.GetArrayLength()}"]
            : expected.EnumerateArray().Zip(actual.EnumerateArray()).SelectMany(
                (pair, index) => Differences(pair.First, pair.Second, $"{path}[{index}]"));

    private static JsonElement? Find(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? Present(JsonElement? json) =>
        json is not { } value
        || value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
        || (value.ValueKind is JsonValueKind.String && IsNoDate(value.GetString()!))
            ? null
            : value;

    private static bool IsNoDate(string text) =>
        text.StartsWith("0001-01-01T00:00:00", StringComparison.Ordinal) || text is "datetime" or "timestamp";

    private static bool IsSameValue(JsonElement expected, JsonElement actual)
    {
        if (expected.ValueKind is JsonValueKind.True or JsonValueKind.False
            || actual.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return expected.ValueKind == actual.ValueKind;
        }

        var (left, right) = (expected.ToString(), actual.ToString());
        return string.Equals(left, right, StringComparison.Ordinal)
            || (Number(left) is { } one && one == Number(right))
            || (Date(left) is { } first && first == Date(right));
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? Date(string text) =>
        text.Contains('T', StringComparison.Ordinal)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;
}
