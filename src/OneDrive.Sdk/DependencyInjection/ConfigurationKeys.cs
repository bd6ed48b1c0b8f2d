using Microsoft.Extensions.Configuration;

namespace OneDrive.Sdk.DependencyInjection;

/// <summary>Finds keys and values that mean nothing: the binder would pass over a misspelt setting in silence.</summary>
internal static class ConfigurationKeys
{
    /// <exception cref="InvalidOperationException">
    /// The section holds a key or a value that is not known; the message names it and the known ones.
    /// </exception>
    internal static void RequireKnown(IConfigurationSection section, IReadOnlyCollection<string> known)
    {
        var unknown = section.GetChildren().FirstOrDefault(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
        {
            throw new InvalidOperationException(
                $"The setting '{unknown.Path}' is not known. The settings of '{section.Path}' are: {string.Join(", ", known)}.");
        }

        ConfigurationValues.Validate(section);
    }
}
