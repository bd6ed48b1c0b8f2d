using System.Text.RegularExpressions;
using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Documentation;

/// <summary>Messages, comments and documents use plain technical English. CONTRIBUTING.md shows what to write instead.</summary>
internal static class WordRule
{
    private static readonly Regex Marker = new(
        @"\b(nobody|somebody|whoever|whomever|anybody|everybody)\b"
        + @"|\bbehind (the caller|him|his)\b|\bvouch(es|ed)?\b|\bcosts? itself\b|\bis weighed\b|\bgoes on\b|\bwent on\b|\ball the same\b"
        + @"|\bthe wish of\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static readonly Regex Negation = new(
        @"(?<before>\w+ )?\b(is|are|was|were) no (?<noun>\w+)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static readonly string[] AllowedNouns = ["longer", "more", "less", "later", "earlier", "other"];

    /// <summary>Checks the comments and the strings of a source file.</summary>
    internal static IEnumerable<Violation> Check(SourceFile file) =>
        from token in file.Tokens
        where token.Kind is TokenKind.Comment or TokenKind.Literal
        from line in token.Text.Split('\n').Select((text, index) => (Text: text, Number: token.Line + index))
        from words in Find(line.Text)
        select file.At(line.Number, Message(words));

    /// <summary>Checks a document, except for its code blocks and code in backticks.</summary>
    internal static IEnumerable<Violation> Check(string path, string text)
    {
        var isCode = false;
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
            }

            if (isCode)
            {
                continue;
            }

            foreach (var words in Find(Prose(line)))
            {
                yield return new Violation(path, number, Message(words));
            }
        }
    }

    private static string Prose(string line) => string.Concat(line.Split('`').Where((_, index) => index % 2 == 0));

    private static IEnumerable<string> Find(string text) =>
        Marker.Matches(text).Select(match => match.Value).Concat(
            from Match match in Negation.Matches(text)
            where !match.Groups["before"].Value.Equals("there ", StringComparison.OrdinalIgnoreCase)
            where !AllowedNouns.Contains(match.Groups["noun"].Value, StringComparer.OrdinalIgnoreCase)
            select match.Value);

    private static string Message(string words) => $"'{words}' is not plain technical English; see Words in CONTRIBUTING.md";
}
