namespace OneDrive.Sdk.ConventionTests.Reading;

/// <summary>
/// Finds the words of a file that may name a type. Without a compiler a word is only a word, so those that clearly name a member are
/// left out: <c>x.Word</c>, <c>Word = 1</c> in an initializer, <c>(Word: 1)</c>, and every word that the file itself declares as a member.
/// </summary>
internal static class TypeNames
{
    private static readonly HashSet<string> BeforeAType = new(StringComparer.Ordinal)
    {
        "abstract", "and", "as", "async", "await", "case", "class", "const", "do", "else", "event", "explicit", "extern", "file",
        "implicit", "in", "internal", "is", "new", "not", "operator", "or", "out", "override", "params", "partial", "private", "protected",
        "public",
        "readonly", "record", "ref", "required", "return", "scoped", "sealed", "static", "struct", "this", "throw", "using", "virtual",
        "volatile", "where", "yield",
    };

    internal static IEnumerable<Token> In(SourceFile file)
    {
        var code = file.Code;
        var members = Enumerable.Range(0, code.Count)
            .Where(i => IsDeclaration(code, i))
            .Select(i => code[i].Text)
            .ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(0, code.Count)
            .Where(i => code[i].Kind == TokenKind.Word && !members.Contains(code[i].Text) && !IsMember(code, i))
            .Select(i => code[i]);
    }

    private static bool IsDeclaration(IReadOnlyList<Token> code, int i) =>
        code[i].Kind == TokenKind.Word && EndsAType(At(code, i - 1))
        && (IsAnyOf(At(code, i + 1), "{;,)") || IsAssigned(code, i) || IsArrow(code, i));

    private static bool EndsAType(Token before) =>
        IsAnyOf(before, "?>]") || (before.Kind == TokenKind.Word && !BeforeAType.Contains(before.Text));

    private static bool IsMember(IReadOnlyList<Token> code, int i) =>
        IsAnyOf(At(code, i - 1), ".") || IsAssigned(code, i) || (IsAnyOf(At(code, i - 1), "(,") && IsAnyOf(At(code, i + 1), ":"));

    private static bool IsAssigned(IReadOnlyList<Token> code, int i) => IsAnyOf(At(code, i + 1), "=") && !IsAnyOf(At(code, i + 2), "=>");

    private static bool IsArrow(IReadOnlyList<Token> code, int i) => IsAnyOf(At(code, i + 1), "=") && IsAnyOf(At(code, i + 2), ">");

    private static bool IsAnyOf(Token token, string characters) =>
        token.Kind == TokenKind.Punctuation && characters.Contains(token.Text, StringComparison.Ordinal);

    private static Token At(IReadOnlyList<Token> code, int i) => i >= 0 && i < code.Count ? code[i] : new(TokenKind.Literal, "", 0);
}
