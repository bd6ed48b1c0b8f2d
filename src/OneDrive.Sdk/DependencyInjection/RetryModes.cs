namespace OneDrive.Sdk.DependencyInjection;

/// <summary>The names of <see cref="RetryMode"/> in configuration: those of other connectors, and our own.</summary>
internal static class RetryModes
{
    internal static readonly string[] Names = ["None", "RetryAny", "RetryWhenStatusCodeMatch", "Any", "WhenStatusCodeMatches"];

    /// <summary>The mode that a name, which was checked, stands for; null for none.</summary>
    internal static RetryMode? Parse(string? name) => name?.Trim().ToUpperInvariant() switch
    {
        null or "" => null,
        "NONE" => RetryMode.None,
        "RETRYANY" or "ANY" => RetryMode.Any,
        _ => RetryMode.WhenStatusCodeMatches,
    };
}
