namespace OneDrive.Sdk.ConventionTests.Reading;

internal readonly record struct Token(TokenKind Kind, string Text, int Line)
{
    /// <summary>Whether this is the given word or punctuation; never true for a literal or a comment.</summary>
    internal bool Is(string text) => Kind is TokenKind.Word or TokenKind.Punctuation && Text == text;
}
