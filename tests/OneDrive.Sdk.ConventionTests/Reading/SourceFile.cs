namespace OneDrive.Sdk.ConventionTests.Reading;

/// <summary>A C# file by its path from the top of the repository, with forward slashes.</summary>
internal sealed class SourceFile(string path, string text)
{
    private readonly Lazy<IReadOnlyList<Token>> _tokens = new(() => CSharpLexer.Read(text));
    private IReadOnlyList<Token>? _code;

    internal string Path => path;

    internal string Text => text;

    /// <summary>The file name without extensions and without the part of a partial type: <c>Paged</c> for <c>Paged.Cursor.cs</c>.</summary>
    internal string Name => System.IO.Path.GetFileName(path).Split('.', '{')[0];

    internal IReadOnlyList<Token> Tokens => _tokens.Value;

    /// <summary>The tokens without comments and directives.</summary>
    internal IReadOnlyList<Token> Code =>
        _code ??= [.. Tokens.Where(token => token.Kind is not (TokenKind.Comment or TokenKind.Directive))];

    internal Violation At(int line, string message) => new(path, line, message);

    /// <summary>The tokens at which the given run of words and punctuation starts.</summary>
    internal IEnumerable<Token> Find(params string[] run)
    {
        for (var i = 0; i + run.Length <= Code.Count; i++)
        {
            if (run.Select((text, offset) => Code[i + offset].Is(text)).All(matches => matches))
            {
                yield return Code[i];
            }
        }
    }
}
