using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Queries;

/// <summary>The values of filters: null, texts, numbers, true and false, dates, and facets, which are objects.</summary>
internal static class FilterValue
{
    // The casts keep the values from becoming JSON again, which they would turn into by themselves.
    public static object? From(JsonNode? node) => node is not JsonValue value ? (object?)node : value.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => (object)double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>The order of two values; null when they have none.</summary>
    public static int? Compare(object? one, object? other)
    {
        if (one is null || other is null)
        {
            return one is null && other is null ? 0 : null;
        }

        if (one is DateTimeOffset || other is DateTimeOffset)
        {
            return ToDate(one) is { } first && ToDate(other) is { } second ? first.CompareTo(second) : null;
        }

        if (one is double || other is double)
        {
            return ToNumber(one) is { } first && ToNumber(other) is { } second ? first.CompareTo(second) : null;
        }

        return (one, other) switch
        {
            (bool first, bool second) => first.CompareTo(second),
            (string first, string second) => string.Compare(first, second, StringComparison.OrdinalIgnoreCase),
            (string first, bool second) => string.Equals(first, second.ToString(), StringComparison.OrdinalIgnoreCase) ? 0 : null,
            _ => null,
        };
    }

    public static double? ToNumber(object? value) => value switch
    {
        double number => number,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    public static DateTimeOffset? ToDate(object? value) => value switch
    {
        DateTimeOffset date => date,
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) => date,
        _ => null,
    };
}
