using System.Globalization;
using System.Numerics;
using Microsoft.Extensions.Configuration;

namespace OneDrive.Sdk.DependencyInjection;

/// <summary>
/// Reads the settings of a section one by one, and then reports those that nothing reads. A method returns null for an absent setting. The
/// configuration binder is not used: it reads <c>"5"</c> as five days, ignores unknown keys, appends to lists and binds into certificates.
/// </summary>
internal sealed class SectionReader(IConfigurationSection section)
{
    private readonly List<string> _known = [];

    internal string Path => section.Path;

    /// <summary>Reads a section.</summary>
    /// <exception cref="InvalidOperationException">
    /// The section contains a setting that is not known, or a value that is not valid; the message contains what is allowed.
    /// </exception>
    internal static void Read(IConfigurationSection section, Action<SectionReader> read)
    {
        var settings = new SectionReader(section);
        read(settings);
        settings.ThrowIfUnknown();
    }

    internal string? Text(string key)
    {
        _known.Add(key);
        return section[key];
    }

    internal bool? Switch(string key) => Value(key, static text => bool.TryParse(text, out var value) ? value : (bool?)null, "true, false");

    internal T? Number<T>(string key)
        where T : struct, INumber<T> => Value(
            key,
            static text => T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : (T?)null,
            "a number");

    /// <summary>One of several texts, in any case, as the allowed one.</summary>
    internal string? Choice(string key, IReadOnlyList<string> allowed)
    {
        var text = Text(key);
        return string.IsNullOrWhiteSpace(text)
            ? null
            : allowed.FirstOrDefault(choice => string.Equals(choice, text.Trim(), StringComparison.OrdinalIgnoreCase))
                ?? throw Invalid(key, string.Join(", ", allowed));
    }

    internal TEnum? Choice<TEnum>(string key)
        where TEnum : struct, Enum => Choice(key, Enum.GetNames<TEnum>()) is { } name ? Enum.Parse<TEnum>(name) : null;

    // Without a colon the number would be days, and so would hours from 24 on.
    internal TimeSpan? Duration(string key) => Value(
        key,
        static text => text.Contains(':', StringComparison.Ordinal)
            && TimeSpan.TryParseExact(text.Trim(), "c", CultureInfo.InvariantCulture, out var duration) ? duration : (TimeSpan?)null,
        "a duration as hours:minutes:seconds, such as 00:00:05 for 5 seconds, or days.hours:minutes:seconds, such as 1.00:00:00 for a day");

    internal DateTimeOffset? Time(string key) => Value(
        key,
        static text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time : (DateTimeOffset?)null,
        "a date such as 2027-06-30, with or without a time such as 2027-06-30T12:00:00Z");

    internal Uri? Address(string key) => Text(key) is not { } text ? null
        : Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address) ? address
        : throw Invalid(key, "an address such as https://host/path");

    /// <summary>A list as one text, separated by spaces as scopes are in OAuth.</summary>
    internal string[]? Words(string key) => Text(key)?.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A section within the section; null when it does not exist.</summary>
    internal IConfigurationSection? Section(string key)
    {
        _known.Add(key);
        return section.GetSection(key) is { } inner && inner.Exists() ? inner : null;
    }

    private T? Value<T>(string key, Func<string, T?> parse, string allowed)
        where T : struct =>
        Text(key) is { } text && !string.IsNullOrWhiteSpace(text) ? parse(text) ?? throw Invalid(key, allowed) : null;

    private InvalidOperationException Invalid(string key, string allowed) =>
        new($"The setting '{section.Path}:{key}' is '{section[key]}'. Allowed: {allowed}.");

    private void ThrowIfUnknown()
    {
        if (section.GetChildren().FirstOrDefault(child => !_known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new InvalidOperationException(
                $"The setting '{unknown.Path}' is not known. The settings of '{section.Path}' are: {string.Join(", ", _known)}.");
        }
    }
}
