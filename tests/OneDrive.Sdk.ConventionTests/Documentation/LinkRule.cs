using System.Text.RegularExpressions;
using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Documentation;

/// <summary>A link from one document to a file of the repository leads somewhere.</summary>
internal static class LinkRule
{
    private static readonly Regex Link = new(
        @"\]\((?<target>[^)#\s]+)(#[^)]*)?\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    internal static IEnumerable<Violation> Check(string path, string text, Func<string, bool> exists) =>
        from line in text.Split('\n').Select((content, index) => (Content: content, Number: index + 1))
        from Match match in Link.Matches(line.Content)
        let target = match.Groups["target"].Value
        where !target.Contains(':', StringComparison.Ordinal)
        where !exists(Path.Combine(Path.GetDirectoryName(path)!, target))
        select new Violation(path, line.Number, $"the link to {target} leads nowhere");
}
