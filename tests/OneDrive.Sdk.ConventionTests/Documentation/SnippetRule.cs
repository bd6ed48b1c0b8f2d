using System.Text.RegularExpressions;
using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Documentation;

/// <summary>
/// Every C# block of the documentation stands, word for word, between <c>// begin: name</c> and <c>// end</c> in a file that is compiled;
/// and everything between such marks stands in the documentation. Using directives at the top of a block are those of the compiled file.
/// </summary>
internal static class SnippetRule
{
    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Regex UsingDirective = new(@"^using [\w.]+;$", Plain);

    internal static IEnumerable<Violation> Check(IReadOnlyList<(string Path, string Text)> documents, IReadOnlyList<SourceFile> sources)
    {
        var blocks = documents.SelectMany(document => Blocks(document.Path, document.Text)).ToList();
        var snippets = sources.SelectMany(Snippets).ToList();
        return
        [
            .. blocks
                .Where(block => !snippets.Exists(snippet => snippet.Text == block.Text))
                .Select(block => new Violation(block.Path, block.Line, "this code is in no snippet that is compiled")),
            .. snippets
                .Where(snippet => !blocks.Exists(block => block.Text == snippet.Text))
                .Select(snippet => new Violation(snippet.Path, snippet.Line, "this snippet is in no document")),
        ];
    }

    private static IEnumerable<(string Path, int Line, string Text)> Blocks(string path, string text) =>
        Between(path, text, line => line.Trim() == "```csharp", line => line.Trim() == "```")
            .Select(
                block =>
                    (block.Path, block.Line, Normalize(block.Lines.SkipWhile(line => UsingDirective.IsMatch(line) || line.Length == 0))));

    private static IEnumerable<(string Path, int Line, string Text)> Snippets(SourceFile file) =>
        Between(
                file.Path,
                file.Text,
                line => line.TrimStart().StartsWith("// begin: ", StringComparison.Ordinal),
                line => line.Trim() == "// end")
            .Select(snippet => (snippet.Path, snippet.Line, Normalize(snippet.Lines)));

    private static IEnumerable<(string Path, int Line, IReadOnlyList<string> Lines)> Between(
        string path, string text, Func<string, bool> begins, Func<string, bool> ends)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (begins(lines[i]))
            {
                var body = lines.Skip(i + 1).TakeWhile(line => !ends(line)).ToList();
                yield return (path, i + 1, body);
                i += body.Count;
            }
        }
    }

    /// <summary>Takes the common indentation and the empty lines around away.</summary>
    private static string Normalize(IEnumerable<string> lines)
    {
        var all = lines.Select(line => line.TrimEnd()).ToList();
        var indentation = all.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join('\n', all.Select(line => line.Length == 0 ? line : line[indentation..])).Trim('\n');
    }
}
