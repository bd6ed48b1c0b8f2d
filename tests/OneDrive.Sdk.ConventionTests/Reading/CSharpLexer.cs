namespace OneDrive.Sdk.ConventionTests.Reading;

/// <summary>
/// Splits C# into tokens, as far as rules about names need it: comments and strings are told apart from code, and the code inside
/// the holes of interpolated strings is code.
/// </summary>
internal sealed class CSharpLexer
{
    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private int _position;
    private int _line = 1;

    private CSharpLexer(string text) => _text = text;

    private char Current => Peek(0);

    internal static IReadOnlyList<Token> Read(string text)
    {
        var lexer = new CSharpLexer(text);
        lexer.ReadCode(inHole: false);
        return lexer._tokens;
    }

    private char Peek(int distance) => _position + distance < _text.Length ? _text[_position + distance] : '\0';

    private bool StartsWith(string text) => string.CompareOrdinal(_text, _position, text, 0, text.Length) == 0;

    /// <summary>Reads to the end of the text or, in a hole, up to the brace that closes it.</summary>
    private void ReadCode(bool inHole)
    {
        var depth = 0;
        while (_position < _text.Length)
        {
            if (inHole && depth == 0 && Current == '}')
            {
                return;
            }

            depth += Current switch { '{' or '(' or '[' => 1, '}' or ')' or ']' => -1, _ => 0 };
            ReadToken();
        }
    }

    private void ReadToken()
    {
        if (char.IsWhiteSpace(Current))
        {
            Skip(1);
        }
        else if (StartsWith("//") || (Current == '#' && IsFirstOnLine()))
        {
            Take(Current == '#' ? TokenKind.Directive : TokenKind.Comment, RestOfLine());
        }
        else if (StartsWith("/*"))
        {
            var end = _text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
            Take(TokenKind.Comment, (end < 0 ? _text.Length : end + 2) - _position);
        }
        else if (IsStringStart(out var prefix))
        {
            ReadString(prefix);
        }
        else if (Current == '\'')
        {
            Take(TokenKind.Literal, Peek(1) == '\\' ? _text.IndexOf('\'', _position + 3) + 1 - _position : 3);
        }
        else if (char.IsLetter(Current) || Current is '_' or '@')
        {
            Take(TokenKind.Word, LengthOf(c => char.IsLetterOrDigit(c) || c is '_' or '@'));
        }
        else if (char.IsDigit(Current))
        {
            Take(TokenKind.Literal, LengthOfNumber());
        }
        else
        {
            Take(TokenKind.Punctuation, 1);
        }
    }

    private bool IsStringStart(out int prefix)
    {
        prefix = LengthOf(c => c is '$' or '@');
        return Peek(prefix) == '"';
    }

    private void ReadString(int prefix)
    {
        var dollars = _text.AsSpan(_position, prefix).Count('$');
        var isVerbatim = dollars < prefix;
        Skip(prefix);
        var quotes = LengthOf(c => c == '"');
        if (isVerbatim || quotes < 3)
        {
            Skip(1);
            ReadStringText(quotes: 1, dollars, isVerbatim, hasEscapes: !isVerbatim);
        }
        else
        {
            Skip(quotes);
            ReadStringText(quotes, dollars, isVerbatim: false, hasEscapes: false);
        }
    }

    private void ReadStringText(int quotes, int dollars, bool isVerbatim, bool hasEscapes)
    {
        var isRaw = quotes > 1;
        var end = new string('"', quotes);
        var open = new string('{', dollars);
        var start = _position;
        while (_position < _text.Length)
        {
            if (hasEscapes && Current == '\\')
            {
                Skip(2);
            }
            else if ((isVerbatim && StartsWith("\"\"")) || (!isRaw && dollars > 0 && (StartsWith("{{") || StartsWith("}}"))))
            {
                Skip(2);
            }
            else if (StartsWith(end))
            {
                AddLiteral(start);
                Skip(quotes);
                return;
            }
            else if (dollars > 0 && StartsWith(open))
            {
                // In a raw string the last braces of a longer row open the hole.
                Skip(LengthOf(c => c == '{'));
                AddLiteral(start);
                ReadCode(inHole: true);
                Skip(dollars);
                start = _position;
            }
            else
            {
                Skip(1);
            }
        }
    }

    private void AddLiteral(int start) => _tokens.Add(new(TokenKind.Literal, _text[start.._position], _line));

    private bool IsFirstOnLine()
    {
        var start = _position;
        while (start > 0 && _text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return start == 0 || _text[start - 1] == '\n';
    }

    private int RestOfLine() => LengthOf(c => c is not ('\n' or '\r'));

    private int LengthOfNumber()
    {
        var length = 1;
        while (char.IsLetterOrDigit(Peek(length)) || Peek(length) == '_' || (Peek(length) == '.' && char.IsDigit(Peek(length + 1))))
        {
            length++;
        }

        return length;
    }

    private int LengthOf(Func<char, bool> belongs)
    {
        var length = 0;
        while (_position + length < _text.Length && belongs(_text[_position + length]))
        {
            length++;
        }

        return length;
    }

    private void Take(TokenKind kind, int length)
    {
        _tokens.Add(new(kind, _text.Substring(_position, Math.Min(length, _text.Length - _position)), _line));
        Skip(length);
    }

    private void Skip(int length)
    {
        for (; length > 0 && _position < _text.Length; length--)
        {
            _line += _text[_position++] == '\n' ? 1 : 0;
        }
    }
}
