using System.Text;
using System.Text.Json;

namespace OneDrive.Sdk.Json;

/// <summary>
/// Reads the JSON of every response. An unexpected response (an error, an empty object, a list without the expected property) throws an
/// exception and is never an empty result.
/// </summary>
internal static class AnswerReader
{
    /// <summary>Reads a response.</summary>
    /// <typeparam name="T">The requested scopes.</typeparam>
    /// <param name="body">The body; a byte order mark before it is skipped.</param>
    /// <param name="read">How the answer is read.</param>
    /// <param name="mayBeEmpty">Whether an object without members is a response.</param>
    /// <returns>The response.</returns>
    /// <exception cref="UnexpectedAnswerException">It is JSON, and not what was requested.</exception>
    /// <exception cref="JsonException">It is not JSON.</exception>
    internal static T Read<T>(ReadOnlySpan<byte> body, ModelRead<T> read, bool mayBeEmpty = false)
    {
        var reader = new ModelReader(WithoutMark(body));
        reader.Begin();
        if (!reader.StartsObject())
        {
            throw new UnexpectedAnswerException("The response is not a JSON object.");
        }

        var answer = read(ref reader);
        reader.End();
        if (reader.HoldsError)
        {
            throw new UnexpectedAnswerException("The response is an error.", isError: true);
        }

        if (reader.Missing is { } name)
        {
            throw new UnexpectedAnswerException($"The response does not contain the list '{name}'.");
        }

        return reader.MembersOfRoot > 0 || mayBeEmpty
            ? answer
            : throw new UnexpectedAnswerException("The response is an empty object.");
    }

    /// <summary>The bytes without a byte order mark.</summary>
    internal static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> body) =>
        body.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;

    /// <summary>The bytes without a byte order mark.</summary>
    internal static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;

    /// <summary>Reads an object whose members may have any name.</summary>
    internal static IReadOnlyDictionary<string, JsonElement> Members(ref ModelReader reader) => reader.Elements()!;
}
