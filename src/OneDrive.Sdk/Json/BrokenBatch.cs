using System.Text.Json;

namespace OneDrive.Sdk.Json;

/// <summary>
/// Reads the responses of a batch one by one when the body is not valid JSON, for example when a gateway inserts an HTML page: only the
/// broken response is lost. Responses after a broken one are used only if the rest of the batch is readable, so that text inside the broken
/// one is not parsed as a response.
/// </summary>
internal static class BrokenBatch
{
    private const int MostTries = 256;

    internal static IReadOnlyList<BatchAnswer> Read(ReadOnlySpan<byte> body)
    {
        List<BatchAnswer> answers = [];
        var list = body.IndexOf("\"responses\""u8);
        var start = list < 0 ? -1 : body[list..].IndexOf((byte)'[');
        if (start < 0)
        {
            return answers;
        }

        var rest = body[(list + start + 1)..];
        while (TakeEntry(ref rest, out var entry))
        {
            answers.Add(entry);
        }

        if (TakeBroken(rest) is { } broken)
        {
            answers.Add(broken);
            answers.AddRange(FindEnd(rest[1..]));
        }

        return answers;
    }

    /// <summary>The shortest way to an end that is readable as a whole.</summary>
    private static List<BatchAnswer> FindEnd(ReadOnlySpan<byte> rest)
    {
        for (var tries = 0; tries < MostTries && rest.IndexOf((byte)'{') is var next and >= 0; tries++)
        {
            rest = rest[next..];
            var end = rest;
            List<BatchAnswer> answers = [];
            while (TakeEntry(ref end, out var entry) && entry is { Id: not null, Status: not null })
            {
                answers.Add(entry);
            }

            if (answers.Count > 0 && IsEnd(end))
            {
                return answers;
            }

            rest = rest[1..];
        }

        return [];
    }

    private static bool IsEnd(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \t\r\n"u8);
        return text is [(byte)']', .., (byte)'}'] && text[1..^1].Trim(" \t\r\n"u8).IsEmpty;
    }

    private static bool TakeEntry(ref ReadOnlySpan<byte> rest, out BatchAnswer entry)
    {
        entry = null!;
        var text = rest.TrimStart(" \t\r\n,"u8);
        if (text.IsEmpty || text[0] is not (byte)'{')
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(text);
            reader.Read();
            reader.Skip();
            var length = (int)reader.BytesConsumed;
            entry = AnswerReader.Read(text[..length], BatchAnswer.Read, mayBeEmpty: true);
            rest = text[length..];
            return true;
        }
        catch (JsonException)
        {
            rest = text;
            return false;
        }
    }

    /// <summary>What stands before the place where the entry breaks, and an unreadable body.</summary>
    private static BatchAnswer? TakeBroken(ReadOnlySpan<byte> entry)
    {
        string? id = null;
        int? status = null;
        try
        {
            var reader = new ModelReader(entry);
            reader.Begin();
            while (reader.NextMember())
            {
                switch (reader.Name)
                {
                    case "id": id = reader.Scalar(); break;
                    case "status": status = reader.Whole(); break;
                    default: reader.Skip(); break;
                }
            }
        }
        catch (JsonException)
        {
            // Here it breaks.
        }

        return id is null ? null : new BatchAnswer(id, status, "<"u8.ToArray());
    }
}
