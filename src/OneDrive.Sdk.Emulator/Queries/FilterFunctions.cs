using System.Collections.Frozen;
using System.Globalization;

namespace OneDrive.Sdk.Emulator.Queries;

/// <summary>
/// The functions of $filter, by name: https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part2-url-conventions.html.
/// </summary>
internal static class FilterFunctions
{
    private static readonly FrozenDictionary<string, (int Least, int Most, Func<object?[], object?> Call)> Known =
        new Dictionary<string, (int Least, int Most, Func<object?[], object?> Call)>(StringComparer.OrdinalIgnoreCase)
        {
            ["startsWith"] = (2, 2, with => Texts(with, (text, part) => text.StartsWith(part, StringComparison.OrdinalIgnoreCase))),
            ["endsWith"] = (2, 2, with => Texts(with, (text, part) => text.EndsWith(part, StringComparison.OrdinalIgnoreCase))),
            ["contains"] = (2, 2, with => Texts(with, (text, part) => text.Contains(part, StringComparison.OrdinalIgnoreCase))),
            ["substringof"] = (2, 2, with => Texts(with, (part, text) => text.Contains(part, StringComparison.OrdinalIgnoreCase))),
            ["indexOf"] = (2, 2, with => Texts(with, (text, part) => (double)text.IndexOf(part, StringComparison.OrdinalIgnoreCase))),
            ["concat"] = (2, 2, with => Texts(with, (text, other) => text + other)),
            ["substring"] = (2, 3, Substring),
            ["length"] = (1, 1, with => Text(with, text => (double)text.Length)),
            ["toLower"] = (1, 1, with => Text(with, text => text.ToLowerInvariant())),
            ["toUpper"] = (1, 1, with => Text(with, text => text.ToUpperInvariant())),
            ["trim"] = (1, 1, with => Text(with, text => text.Trim())),
            ["year"] = (1, 1, with => Date(with, date => (double)date.Year)),
            ["month"] = (1, 1, with => Date(with, date => (double)date.Month)),
            ["day"] = (1, 1, with => Date(with, date => (double)date.Day)),
            ["hour"] = (1, 1, with => Date(with, date => (double)date.Hour)),
            ["minute"] = (1, 1, with => Date(with, date => (double)date.Minute)),
            ["second"] = (1, 1, with => Date(with, date => (double)date.Second)),
            ["date"] = (1, 1, with => Date(with, date => new DateTimeOffset(date.UtcDateTime.Date, TimeSpan.Zero))),
            ["round"] = (1, 1, with => Number(with, number => Math.Round(number, MidpointRounding.AwayFromZero))),
            ["floor"] = (1, 1, with => Number(with, number => Math.Floor(number))),
            ["ceiling"] = (1, 1, with => Number(with, number => Math.Ceiling(number))),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static Func<object?[], object?> Find(string name, int arguments, QueryEntity entity)
    {
        if (!Known.TryGetValue(name, out var function) || !entity.Allows(name))
        {
            throw QueryErrors.Invalid($"The function '{name}' is not supported in $filter here.");
        }

        return arguments >= function.Least && arguments <= function.Most
            ? function.Call
            : throw QueryErrors.Invalid(string.Create(
                CultureInfo.InvariantCulture, $"The function '{name}' requires {function.Least} arguments in $filter, not {arguments}."));
    }

    private static string? Substring(object?[] with) => with is [string text, var first, ..]
        && FilterValue.ToNumber(first) is { } from and >= 0
        && from <= text.Length
            ? with.Length > 2 && FilterValue.ToNumber(with[2]) is { } length and >= 0
                ? text.Substring((int)from, (int)Math.Min(length, text.Length - from))
                : text[(int)from..]
            : null;

    private static object? Text(object?[] with, Func<string, object?> call) => with[0] is string text ? call(text) : null;

    private static object? Texts(object?[] with, Func<string, string, object?> call)
        => with is [string one, string other] ? call(one, other) : null;

    private static object? Date(object?[] with, Func<DateTimeOffset, object?> call)
        => FilterValue.ToDate(with[0]) is { } date ? call(date.ToUniversalTime()) : null;

    private static object? Number(object?[] with, Func<double, object?> call)
        => FilterValue.ToNumber(with[0]) is { } number ? call(number) : null;
}
