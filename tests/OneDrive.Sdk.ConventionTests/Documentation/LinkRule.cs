using System.Text.RegularExpressions;
using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Documentation;

/// <summary>A link from one document to a file of the repository, or to a heading, leads somewhere.</summary>
internal static class LinkRule
{
    private static readonly Regex Link = new(
        @"\]\((?<target>[^)#\s]*)(#(?<heading>[^)\s]*))?\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static readonly Regex Heading = new(
        @"^#{1,6} +(?<text>.+)$", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static readonly Regex LinkText = new(
        @"\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static readonly Regex Anchor = new("<a id=\"(?<name>[^\"]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    internal static IEnumerable<Violation> Check(string path, string text, Func<string, bool> exists, Func<string, string> read) =>
        from line in Prose(text).Split('\n').Select((content, index) => (Content: content, Number: index + 1))
        from Match match in Link.Matches(line.Content)
        let target = match.Groups["target"].Value
        where !target.Contains(':', StringComparison.Ordinal)
        let file = target.Length == 0 ? path : Path.Combine(Path.GetDirectoryName(path)!, target)
        let heading = match.Groups["heading"].Value
        where (target.Length > 0 && !exists(file))
            || (heading.Length > 0 && file.EndsWith(".md", StringComparison.Ordinal) && !Headings(read(file)).Contains(heading))
        select new Violation(path, line.Number, $"the link to {target}{(heading.Length > 0 ? "#" : "")}{heading} leads nowhere");

    /// <summary>The names of the headings, as the pages of GitHub and docfx give them.</summary>
    internal static HashSet<string> Headings(string text)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match heading in Heading.Matches(Prose(text.ReplaceLineEndings("\n"))))
        {
            var words = LinkText.Replace(heading.Groups["text"].Value, "${text}");
            var name = string.Concat(words.Trim().ToLowerInvariant().Replace(' ', '-')
                .Where(character => char.IsLetterOrDigit(character) || character is '-' or '_'));
            for (var number = 1; !names.Add(number == 1 ? name : $"{name}-{number - 1}"); number++)
            {
            }
        }

        names.UnionWith(Anchor.Matches(text).Select(match => match.Groups["name"].Value));
        return names;
    }

    /// <summary>Blanks blocks of code out, and keeps the lines.</summary>
    private static string Prose(string text)
    {
        var isCode = false;
        return string.Join('\n', text.Split('\n').Select(line =>
        {
            var isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            isCode ^= isFence;
            return isCode || isFence ? "" : line;
        }));
    }
}
