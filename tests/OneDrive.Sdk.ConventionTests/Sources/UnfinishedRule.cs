using System.Text.RegularExpressions;
using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Sources;

/// <summary>No marks of unfinished work, no regions, no code kept in comments.</summary>
internal static class UnfinishedRule
{
    /// <summary>In two parts, so that a search for the name finds offenders only.</summary>
    private const string NotImplemented = "NotImplemented" + "Exception";

    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Regex RegionDirective = new(@"^#\s*(end)?region\b", Plain);

    private static readonly Regex Mark = new(@"\b(TODO|FIXME|HACK|XXX)\b", Plain);

    /// <summary>A call, an assignment or a declaration up to its semicolon, or a keyword that only code starts with.</summary>
    private static readonly Regex Statement = new(
        @"^(([\w.<>\[\]?]+ )*[\w.]+( ?=[^=].*| ?\(.*\))?;"
        + @"|(return|throw|await|var|using) [^ ]+( .*)?;"
        + @"|(if|for|foreach|while|switch) ?\(.*\))$",
        Plain);

    internal static IEnumerable<Violation> Check(SourceFile file) => file.Tokens.SelectMany(token => Check(file, token));

    private static IEnumerable<Violation> Check(SourceFile file, Token token)
    {
        if (token.Kind == TokenKind.Directive && RegionDirective.IsMatch(token.Text))
        {
            yield return file.At(token.Line, "a region; split the file instead");
        }

        if (token.Kind == TokenKind.Word && token.Text == NotImplemented)
        {
            yield return file.At(token.Line, "something is not implemented");
        }

        if (token.Kind != TokenKind.Comment)
        {
            yield break;
        }

        if (Mark.IsMatch(token.Text))
        {
            yield return file.At(token.Line, "a mark of unfinished work");
        }

        if (!token.Text.StartsWith("///", StringComparison.Ordinal) && token.Text.Split('\n').Any(IsCode))
        {
            yield return file.At(token.Line, "code in a comment; delete it");
        }
    }

    private static bool IsCode(string line)
    {
        var text = line.Trim().TrimStart('/', '*').TrimEnd('/', '*').Trim();
        return text is "return;" or "break;" or "continue;" || text.EndsWith('{') || text.StartsWith('}') || Statement.IsMatch(text);
    }
}
