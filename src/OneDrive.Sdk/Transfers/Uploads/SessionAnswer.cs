using System.Text.Json;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The missing ranges of a session. Unlike models it keeps invalid entries: a list without them could indicate that nothing is missing.
/// </summary>
internal sealed class SessionAnswer
{
    /// <summary>Whether the response says nothing about missing bytes.</summary>
    internal bool IsSilent { get; private init; }

    /// <summary>The ranges as they came; null when the response holds something else in their place.</summary>
    internal IReadOnlyList<string>? Ranges { get; private init; }

    internal static SessionAnswer Read(ref ModelReader reader)
    {
        JsonElement? ranges = null;
        while (reader.NextMember())
        {
            if (reader.Name == "nextExpectedRanges")
                ranges = reader.Element();
            else
                reader.Other();
        }

        return ranges is { } value ? new SessionAnswer { Ranges = TextsOf(value) } : new SessionAnswer { IsSilent = true };
    }

    private static List<string>? TextsOf(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Array)
            return null;
        List<string> texts = [];
        foreach (var entry in value.EnumerateArray())
        {
            if (entry.ValueKind is not JsonValueKind.String)
                return null;
            texts.Add(entry.GetString()!);
        }

        return texts;
    }
}
