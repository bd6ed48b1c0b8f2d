using System.Globalization;
using System.Text;

namespace OneDrive.Sdk.Cli;

/// <summary>Names come from anywhere: what would steer the terminal or turn the direction of the text is shown as a code.</summary>
internal static class SafeText
{
    internal static string Of(string? text, bool keepLines = false)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        StringBuilder? result = null;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            var isSafe = (keepLines && character is '\n' or '\t') || !Steers(character, text, index);
            if (isSafe)
            {
                result?.Append(character);
                continue;
            }

            result ??= new StringBuilder(text, 0, index, text.Length + 8);
            result.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
        }

        return result?.ToString() ?? text;
    }

    private static bool Steers(char character, string text, int index) => char.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => character is not ('\u200D' or '\u200C'),
        UnicodeCategory.Surrogate => !(char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            && !(char.IsLowSurrogate(character) && index > 0 && char.IsHighSurrogate(text[index - 1])),
        _ => false,
    };
}
