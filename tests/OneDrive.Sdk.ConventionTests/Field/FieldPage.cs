using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OneDrive.Sdk.ConventionTests.Field;

/// <summary>Writes <c>docs/field.md</c>: what was reported where, and what this SDK does.</summary>
internal static class FieldPage
{
    private const string Introduction = """
        # Faults in the field

        Users of OneDrive clients report faults in public: truncated files, lost uploads, endless loops. This page lists such reports by
        kind, and what this SDK does in the same situation. Each row is one or more tests that reproduce the service byte for byte on a
        real socket (`tests/OneDrive.Sdk.FieldTests`), or that are beside the code they test. The page is generated from them, and a test
        checks it. A source is the public issue or page that describes the fault; *in the kind of* marks a report of the same kind with
        another input, and *own* a variant added by this project.

        """;

    internal static string Write(IReadOnlyList<FieldCase> cases)
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n")).Append('\n');
        foreach (var (letter, section) in FieldKinds.Sections)
        {
            var kinds = FieldKinds.Titles
                .Where(kind => kind.Key[0] == letter && cases.Any(one => one.Kind == kind.Key))
                .ToList();
            if (kinds.Count > 0)
            {
                page.Append(CultureInfo.InvariantCulture, $"## {section}\n\n");
            }

            foreach (var (kind, title) in kinds)
            {
                Append(page, title, [.. cases.Where(one => one.Kind == kind)]);
            }
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Append(StringBuilder page, string title, IReadOnlyList<FieldCase> cases)
    {
        page.Append(CultureInfo.InvariantCulture, $"### {title}\n\n")
            .Append("| case | what happens | what this SDK does | source |\n|---|---|---|---|\n");
        var ordered = cases.Where(one => one.IsWhole).OrderBy(one => one.IsOwn).ThenBy(one => SortKey(one.Id), StringComparer.Ordinal);
        foreach (var one in ordered)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {one.Id} | {Cell(one.Report!)} | {Cell(one.Right!)} | {Cell(one.Source!)} |\n");
        }

        page.Append('\n');
    }

    private static string SortKey(string id) =>
        Regex.Replace(id, @"\d+", digits => digits.Value.PadLeft(4, '0'), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
