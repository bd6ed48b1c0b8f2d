namespace OneDrive.Sdk.DependencyInjection;

/// <summary>The names of <see cref="RetryMode"/> in configuration: those of other connectors, and our own.</summary>
internal static class RetryModes
{
    private static readonly Dictionary<string, RetryMode> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["None"] = RetryMode.None,
        ["RetryAny"] = RetryMode.Any,
        ["RetryWhenStatusCodeMatch"] = RetryMode.WhenStatusCodeMatches,
        ["Any"] = RetryMode.Any,
        ["WhenStatusCodeMatches"] = RetryMode.WhenStatusCodeMatches,
    };

    internal static IEnumerable<string> Names => Known.Keys;

    /// <summary>The mode that a name, which was checked, stands for; null for none.</summary>
    internal static RetryMode? Parse(string? name) => string.IsNullOrWhiteSpace(name) ? null : Known[name];
}
