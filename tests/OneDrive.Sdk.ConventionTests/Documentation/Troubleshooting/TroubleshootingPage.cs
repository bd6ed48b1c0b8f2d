using System.Globalization;
using System.Text;
using System.Xml.Linq;
using OneDrive.Sdk.ConventionTests.Assemblies;
using OneDrive.Sdk.ConventionTests.Documentation.Reference;

namespace OneDrive.Sdk.ConventionTests.Documentation.Troubleshooting;

/// <summary>Writes the tables of docs/troubleshooting.md.</summary>
internal static class TroubleshootingPage
{
    internal static IEnumerable<Type> Exceptions =>
        Shipped.Types.Where(type => type.IsVisible && typeof(Exception).IsAssignableFrom(type))
            .OrderBy(type => type.Name, StringComparer.Ordinal);

    internal static string WriteNumbers(IReadOnlyList<AadHint> hints)
    {
        var page = new StringBuilder("| number | what the service says | what to do |\n|---|---|---|\n");
        var rows = hints.SelectMany(hint => hint.Codes.Select(code => (Code: code, hint.Hint)))
            .OrderBy(row => row.Code.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        foreach (var (code, hint) in rows)
        {
            page.Append(
                CultureInfo.InvariantCulture, $"| <a id=\"aadsts{code}\"></a>AADSTS{code} | "
                    + $"{AadMessages.All.GetValueOrDefault(code)} | {hint} |\n");
        }

        return page.ToString();
    }

    internal static string WriteExceptions()
    {
        var page = new StringBuilder("| exception | meaning | causes | what to do |\n|---|---|---|---|\n");
        var summaries = Shipped.Assemblies
            .SelectMany(assembly => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member"))
            .Where(member => ((string)member.Attribute("name")!).EndsWith("Exception", StringComparison.Ordinal))
            .ToDictionary(
                member => (string)member.Attribute("name")!, member => XmlText.Of(member.Element("summary")), StringComparer.Ordinal);
        foreach (var type in Exceptions)
        {
            var remedy = ExceptionRemedy.All[type.Name];
            var summary = summaries[$"T:{type.FullName}"];
            page.Append(
                CultureInfo.InvariantCulture,
                $"| `{type.Name}` | {Cell(summary)} | {Cell(remedy.Causes)} | {Cell(remedy.Remedy)} |\n");
        }

        return page.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
