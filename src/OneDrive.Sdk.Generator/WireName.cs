using Microsoft.CodeAnalysis;

namespace OneDrive.Sdk.Generator;

/// <summary>The name of a member in JSON.</summary>
internal static class WireName
{
    private const string NameAttribute = "JsonPropertyNameAttribute";

    internal static string Of(IPropertySymbol property) =>
        Given(property) ?? char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);

    /// <summary>
    /// Whether the camel case of System.Text.Json is another one: it takes the first letters of "IPAddress" for a word, and
    /// gives "ipAddress".
    /// </summary>
    internal static bool IsUnclear(IPropertySymbol property) =>
        Given(property) is null && property.Name.Length > 2 && char.IsUpper(property.Name[1]) && char.IsUpper(property.Name[2]);

    private static string? Given(IPropertySymbol property)
    {
        foreach (var attribute in property.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == NameAttribute && attribute.ConstructorArguments.Length == 1)
            {
                return attribute.ConstructorArguments[0].Value as string;
            }
        }

        return null;
    }
}
