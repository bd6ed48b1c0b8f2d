using System.Globalization;
using System.Text;

namespace OneDrive.Sdk.ConventionTests.Documentation.Reference;

/// <summary>Writes the tables of docs/configuration-reference.md.</summary>
internal static class ConfigurationPage
{
    internal static string Write()
    {
        var page = new StringBuilder();
        foreach (var section in ConfigurationSection.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"## {section.Heading}\n\n{section.Purpose}\n\n")
                .Append("| key | type | range | default | description |\n|---|---|---|---|---|\n");
            foreach (var key in section.Keys)
            {
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"| `{key.Name}` | {TypeName(key.Type)} | {Range(section, key)} | {Cell(key.Default)} | {Cell(key.Description)} |\n");
            }

            foreach (var name in section.Sections.Where(_ => section.Name.Length > 0))
            {
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"| `{name}` | section | | none | {Cell(SectionText(section.Inner(name)))} |\n");
            }

            if (section.OnlyInCode.Count > 0)
            {
                var names = string.Join(", ", section.OnlyInCode.Select(name => $"`{name}`"));
                page.Append(CultureInfo.InvariantCulture, $"\nOnly in code, as options of `{section.Options.Name}`: {names}.\n");
            }

            page.Append('\n');
        }

        return page.ToString();
    }

    private static string SectionText(ConfigurationSection section) => section.Name is "ClientCertificate"
        ? "The keys of `OneDrive:ClientCertificate` that name the certificate and its signing."
        : $"{section.Purpose} The keys of `{section.Heading}`.";

    private static string TypeName(Type type) => type switch
    {
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) || type == typeof(long) => "number",
        _ when type == typeof(double) => "number with a fraction",
        _ when type == typeof(TimeSpan) => "duration",
        _ when type == typeof(DateTimeOffset) => "date and time",
        _ when type == typeof(Uri) => "address",
        _ => "text",
    };

    private static string Range(ConfigurationSection section, ConfigurationKey key) =>
        KeyRange.Of(section.Name, key.Name)?.Text
        ?? string.Join(", ", key.Choices.Where(choice => choice.Length > 0).Select(choice => $"`{choice}`"));

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
