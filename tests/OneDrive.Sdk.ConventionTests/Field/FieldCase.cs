using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Field;

/// <summary>A <c>[FieldCase]</c> attribute as it stands in a test's source.</summary>
internal sealed record FieldCase(SourceFile File, int Line, string Id, string Kind, string? Source, string? Report, string? Right)
{
    internal bool IsOwn => Source == "own";

    /// <summary>Whether this test carries the text of its case, or only its id.</summary>
    internal bool IsTold => Source is not null || Report is not null || Right is not null;

    internal bool IsWhole => Source is not null && Report is not null && Right is not null;

    /// <summary>All attributes of a file.</summary>
    internal static IEnumerable<FieldCase> In(SourceFile file)
    {
        for (var i = 1; i + 1 < file.Code.Count; i++)
        {
            if (file.Code[i - 1].Is("[") && file.Code[i].Is("FieldCase") && file.Code[i + 1].Is("("))
            {
                yield return Read(file, i);
            }
        }
    }

    private static FieldCase Read(SourceFile file, int start)
    {
        var unnamed = new List<string>();
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        var name = (string?)null;
        for (var i = start + 2; i < file.Code.Count && !file.Code[i].Is(")"); i++)
        {
            var token = file.Code[i];
            if (token.Kind == TokenKind.Word)
            {
                name = token.Text;
            }
            else if (token.Kind == TokenKind.Literal && name is null)
            {
                unnamed.Add(Unescape(token.Text));
            }
            else if (token.Kind == TokenKind.Literal)
            {
                // Pieces that are joined by a plus sign follow each other.
                named[name!] = named.GetValueOrDefault(name!) + Unescape(token.Text);
            }
        }

        return new(
            file, file.Code[start].Line, unnamed.ElementAtOrDefault(0) ?? "", unnamed.ElementAtOrDefault(1) ?? "",
            named.GetValueOrDefault("Source"), named.GetValueOrDefault("Report"), named.GetValueOrDefault("Right"));
    }

    private static string Unescape(string text) =>
        text.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
}
