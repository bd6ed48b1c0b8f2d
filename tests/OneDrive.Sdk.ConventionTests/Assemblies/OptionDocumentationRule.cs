using System.Reflection;
using System.Xml.Linq;

namespace OneDrive.Sdk.ConventionTests.Assemblies;

/// <summary>Every property of a public options class tells its default in <c>&lt;value&gt;</c>.</summary>
internal static class OptionDocumentationRule
{
    internal static IEnumerable<string> Check(Type type, XDocument documentation)
    {
        if (!type.IsVisible || !type.IsClass || !type.Name.EndsWith("Options", StringComparison.Ordinal))
        {
            return [];
        }

        var documented = documentation.Descendants("member")
            .Where(member => !string.IsNullOrWhiteSpace(member.Element("value")?.Value))
            .Select(member => member.Attribute("name")!.Value)
            .ToHashSet(StringComparer.Ordinal);
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(property => $"P:{Shipped.NameOf(type).Replace('+', '.')}.{property.Name}")
            .Where(name => !documented.Contains(name))
            .Select(name => $"{name[2..]} does not tell its default in <value>");
    }
}
