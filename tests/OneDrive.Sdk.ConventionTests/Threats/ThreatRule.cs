using System.Text.RegularExpressions;
using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Threats;

/// <summary>Every row of the threat table has a test that carries its number, and every number that a test carries is a row.</summary>
internal static class ThreatRule
{
    private static readonly Regex Row = new(
        @"^\| (?<id>T\d+) \|", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static readonly Regex Mark = new(
        @"\[Trait\(""Threat"", ""(?<id>[^""]*)""\)\]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    internal static IEnumerable<string> Check(string table, IEnumerable<SourceFile> tests)
    {
        var rows = Row.Matches(table).Select(match => match.Groups["id"].Value).ToList();
        var marks = tests
            .SelectMany(file => Mark.Matches(file.Text).Select(match => (Id: match.Groups["id"].Value, file.Path)))
            .ToList();
        return
        [
            .. rows.Except(marks.Select(mark => mark.Id), StringComparer.Ordinal).Select(id => $"{id} has no test"),
            .. marks.Where(mark => !rows.Contains(mark.Id, StringComparer.Ordinal)).Select(mark => $"{mark.Path} names {mark.Id}, no row"),
            .. rows.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"{group.Key} comes twice"),
        ];
    }
}
