using System.Globalization;
using System.Text;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Errors;

/// <summary>Sanitizes text of the service for messages and logs: bounded, on one line, without pre-authenticated URLs and tokens.</summary>
internal static class ServerText
{
    /// <summary>What stands instead of something that was taken out.</summary>
    internal const string Mask = "***";

    // Ids of items and GUIDs are shorter (34 and 36 characters); every part of a JWT, refresh token or signed link is longer.
    private const int LongestHarmlessRun = 39;

    private const string WordEnds = "\"'`<>(),;{}[]";

    /// <summary>Cleans a text of the service.</summary>
    /// <param name="text">The text as received.</param>
    /// <param name="maximumLength">The longest result, in characters, before the closing ellipsis.</param>
    /// <returns>The cleaned text; empty when there was none.</returns>
    internal static string Clean(string? text, int maximumLength = 500)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";

        // Cutting first would let the head of a token through; four times the length bounds the work and still shows every whole word we
        // keep.
        var budget = maximumLength * 4;
        var isCut = text.Length > budget;
        var source = isCut ? text.AsSpan(0, budget) : text.AsSpan();
        var result = new StringBuilder(Math.Min(source.Length, maximumLength + 16));
        var nextIsSecret = false;

        while (!source.IsEmpty && result.Length <= maximumLength)
        {
            var length = WordLength(source);
            if (length == 0)
            {
                AppendSeparator(result, source[0]);
                source = source[1..];
                continue;
            }

            // The service may repeat the sharing link of the request.
            var word = UrlRedactor.HideShares(source[..length].ToString());
            AppendWord(result, nextIsSecret ? Mask : word);
            nextIsSecret = word.Equals("Bearer", StringComparison.OrdinalIgnoreCase);
            source = source[length..];
        }

        return Trim(result, maximumLength, isCut);
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && !IsSeparator(text[length]))
            length++;
        if (text[..length].IndexOf("://", StringComparison.Ordinal) < 0)
            return length;

        // A signed link may hold quotes and parentheses in its query: all of it goes.
        while (length < text.Length && !IsInvisible(text[length]) && text[length] is not ('"' or '<' or '>'))
            length++;
        return length;
    }

    private static bool IsSeparator(char character) => IsInvisible(character) || WordEnds.Contains(character, StringComparison.Ordinal);

    // Line breaks forge log lines; format characters (such as direction marks) disguise text; surrogates stay, they are halves of emoji.
    private static bool IsInvisible(char character) =>
        char.IsWhiteSpace(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse;

    private static void AppendSeparator(StringBuilder result, char separator)
    {
        if (!IsInvisible(separator))
            result.Append(separator);
        else if (result.Length > 0 && result[^1] != ' ')
            result.Append(' ');
    }

    private static void AppendWord(StringBuilder result, ReadOnlySpan<char> word)
    {
        var scheme = word.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            // Not only the query of a pre-authenticated link grants access: upload links carry their secret in the path.
            var host = word[(scheme + 3)..];
            var hostEnd = host.IndexOfAny('/', '?', '#');
            var user = (hostEnd < 0 ? host : host[..hostEnd]).LastIndexOf('@');
            result.Append(word[..(scheme + 3)]).Append(hostEnd < 0 ? host[(user + 1)..] : host[(user + 1)..hostEnd]);
            if (hostEnd >= 0)
                result.Append('/').Append(Mask);
            return;
        }

        var query = word.IndexOf('?');
        if (query >= 0 && query < word.Length - 1)
        {
            AppendWord(result, word[..query]);
            result.Append('?').Append(Mask);
            return;
        }

        AppendWithoutLongRuns(result, word);
    }

    private static void AppendWithoutLongRuns(StringBuilder result, ReadOnlySpan<char> word)
    {
        while (!word.IsEmpty)
        {
            var length = 0;
            while (length < word.Length && IsTokenCharacter(word[length]))
                length++;
            if (length > LongestHarmlessRun)
                result.Append(Mask);
            else
                result.Append(word[..length]);
            if (length < word.Length)
                result.Append(word[length++]);
            word = word[length..];
        }
    }

    // The dot is not one of them, so that long type names stay readable; each part of a JWT is long enough by itself.
    private static bool IsTokenCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '+' or '/' or '=' or '~' or '!' or '%';

    private static string Trim(StringBuilder result, int maximumLength, bool isCut)
    {
        var length = Math.Min(result.Length, maximumLength);
        if (length > 0 && char.IsHighSurrogate(result[length - 1]))
            length--;
        isCut |= length < result.Length;
        var text = result.ToString(0, length).TrimEnd();
        return isCut ? text + "…" : text;
    }
}
