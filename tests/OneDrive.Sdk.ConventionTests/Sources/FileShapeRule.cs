using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Sources;

/// <summary>A file holds one type of its own name, is short, and has line feeds only.</summary>
internal static class FileShapeRule
{
    internal const int MaxLines = 400;
    internal const int MaxColumns = 140;

    private static readonly string[] TypeKeywords = ["class", "struct", "interface", "enum", "record", "delegate"];

    internal static IEnumerable<Violation> CheckSize(SourceFile file)
    {
        var lines = file.Text.Split('\n');
        var count = lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        return count > MaxLines ? [file.At(count, $"{count} lines, more than {MaxLines}")] : [];
    }

    internal static IEnumerable<Violation> CheckColumns(SourceFile file)
    {
        var data = DataLines(file);
        return file.Text.Split('\n')
            .Select((text, index) => (Text: text.TrimEnd('\r'), Line: index + 1))
            .Where(line => line.Text.Length > MaxColumns && !data.Contains(line.Line) && !HoldsALongWord(line.Text))
            .Select(line => file.At(line.Line, $"{line.Text.Length} columns, more than {MaxColumns}"));
    }

    internal static IEnumerable<Violation> CheckTypes(SourceFile file)
    {
        var types = TopLevelTypes(file).ToList();
        var others = types
            .Where(type => type.Text != file.Name)
            .Select(type => file.At(type.Line, $"the type {type.Text} is not named as its file"));
        return types.Count < 2 ? others : others.Append(file.At(types[1].Line, $"{types.Count} types in one file"));
    }

    internal static IEnumerable<Violation> CheckLineEndings(string path, string text)
    {
        if (text.Contains('\r', StringComparison.Ordinal))
        {
            yield return new(path, text[..text.IndexOf('\r', StringComparison.Ordinal)].Count(c => c == '\n') + 1, "a carriage return");
        }

        if (text.Length > 0 && text[^1] != '\n')
        {
            yield return new(path, text.Count(c => c == '\n') + 1, "the last line has no line break");
        }
    }

    /// <summary>The lines of raw strings: samples of JSON and the like, which would not be themselves if they were broken.</summary>
    private static HashSet<int> DataLines(SourceFile file)
    {
        var (lines, data, isInside) = (file.Text.Split('\n'), new HashSet<int>(), false);
        for (var i = 0; i < lines.Length; i++)
        {
            var quotes = lines[i].Split("\"\"\"").Length - 1;
            if (isInside || quotes > 0)
            {
                data.Add(i + 1);
            }

            isInside ^= quotes % 2 == 1;
        }

        return data;
    }

    /// <summary>A long address cannot be broken.</summary>
    private static bool HoldsALongWord(string line) => line.Split(' ').Any(word => word.Length > MaxColumns / 2);

    private static IEnumerable<Token> TopLevelTypes(SourceFile file)
    {
        var (code, depth) = (file.Code, 0);
        for (var i = 0; i < code.Count; i++)
        {
            depth += code[i].Is("{") || code[i].Is("(") || code[i].Is("[") ? 1 : 0;
            depth -= code[i].Is("}") || code[i].Is(")") || code[i].Is("]") ? 1 : 0;
            if (depth > 0 || !TypeKeywords.Any(code[i].Is) || (i > 0 && (code[i - 1].Is(":") || code[i - 1].Is(","))))
            {
                continue;
            }

            // After "record" may follow "class" or "struct"; a delegate's name stands before its parameters.
            i += TypeKeywords.Any(code[i + 1].Is) ? 1 : 0;
            yield return code[i].Is("delegate") ? DelegateName(code.Skip(i + 1)) : code[i + 1];
        }
    }

    /// <summary>The last word before the parameters that is inside no brackets: those of a tuple or of type parameters.</summary>
    private static Token DelegateName(IEnumerable<Token> declaration)
    {
        var (name, depth) = (default(Token), 0);
        foreach (var token in declaration)
        {
            if (depth == 0 && token.Kind == TokenKind.Word)
            {
                name = token;
            }
            else if (depth == 0 && token.Is("(") && name.Kind == TokenKind.Word && name.Text is not null and not "ref" and not "readonly")
            {
                break;
            }

            depth += token.Is("(") || token.Is("<") || token.Is("[") ? 1 : 0;
            depth -= token.Is(")") || token.Is(">") || token.Is("]") ? 1 : 0;
        }

        return name;
    }
}
