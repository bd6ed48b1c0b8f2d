using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OneDrive.Sdk.ConventionTests.Reading;

/// <summary>
/// The tokens of a C# file in the few kinds that the rules distinguish. Comments and directives are tokens as well; punctuation comes
/// character by character.
/// </summary>
internal static class CSharpLexer
{
    internal static IReadOnlyList<Token> Read(string text)
    {
        var tree = CSharpSyntaxTree.ParseText(text);
        var lines = tree.GetText().Lines;
        var tokens = new List<Token>();
        foreach (var token in tree.GetRoot().DescendantTokens())
        {
            AddTrivia(token.LeadingTrivia);
            Add(token);
            AddTrivia(token.TrailingTrivia);
        }

        return tokens;

        void Add(SyntaxToken token)
        {
            var line = LineOf(token.SpanStart);
            if (token.Span.IsEmpty)
            {
                return;
            }

            if (IsText(token))
            {
                // The fixed text of a string without its quotes; a number or character as it stands.
                var isString = token.Kind() is not (SyntaxKind.NumericLiteralToken or SyntaxKind.CharacterLiteralToken);
                tokens.Add(new(TokenKind.Literal, isString ? token.ValueText : token.Text, line));
            }
            else if (SyntaxFacts.IsKeywordKind(token.Kind()) || token.IsKind(SyntaxKind.IdentifierToken))
            {
                tokens.Add(new(TokenKind.Word, token.Text, line));
            }
            else if (!IsQuote(token))
            {
                tokens.AddRange(token.Text.Select(character => new Token(TokenKind.Punctuation, $"{character}", line)));
            }
        }

        void AddTrivia(SyntaxTriviaList trivia)
        {
            foreach (var one in trivia)
            {
                var (line, text) = (LineOf(one.FullSpan.Start), one.ToFullString());
                if (one.GetStructure() is SkippedTokensTriviaSyntax skipped)
                {
                    skipped.Tokens.ToList().ForEach(Add);
                }
                else if (one.IsKind(SyntaxKind.DisabledTextTrivia))
                {
                    tokens.AddRange(Read(text).Select(token => token with { Line = token.Line + line - 1 }));
                }
                else if (one.IsDirective || IsComment(one))
                {
                    tokens.AddRange(Lines(text, one.IsDirective ? TokenKind.Directive : TokenKind.Comment, line));
                }
            }
        }

        int LineOf(int position) => lines.GetLineFromPosition(position).LineNumber + 1;
    }

    private static bool IsText(SyntaxToken token) => token.Kind() is SyntaxKind.NumericLiteralToken or SyntaxKind.CharacterLiteralToken
        or SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
        or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken
        or SyntaxKind.Utf8MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken;

    private static bool IsQuote(SyntaxToken token) => token.Parent is InterpolatedStringExpressionSyntax
        || (token.Parent is InterpolationSyntax && !token.IsKind(SyntaxKind.IdentifierToken));

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia
        or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia
        or SyntaxKind.MultiLineDocumentationCommentTrivia;

    // A documentation comment is one piece of trivia of many lines; a rule names the line.
    private static IEnumerable<Token> Lines(string text, TokenKind kind, int line)
    {
        if (text.StartsWith("/*", StringComparison.Ordinal))
        {
            return [new(kind, text, line)];
        }

        return text.TrimEnd().Split('\n').Select((one, index) => new Token(kind, one.Trim(), line + index));
    }
}
