namespace OneDrive.Sdk.DependencyInjection;

/// <summary>Scopes as one text of a configuration file: separated by spaces, as in OAuth.</summary>
internal static class ConfiguredScopes
{
    internal static string[]? Split(string? scopes) => scopes?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
