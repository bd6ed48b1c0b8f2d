using System.Text;
using System.Text.Json;

namespace OneDrive.Sdk.Json;

/// <summary>Renames members of a JSON text, and leaves everything else unchanged.</summary>
internal static class JsonNames
{
    /// <summary>Renames members; a text that is not JSON is returned unchanged.</summary>
    internal static byte[] Rename(byte[] json, IReadOnlyList<(string From, string To)> names)
    {
        var renamed = new MemoryStream(json.Length + 64);
        var copied = 0;
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 256 });
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.PropertyName && Find(ref reader, names) is { } name)
                {
                    // The token begins at its quotation mark.
                    var start = (int)reader.TokenStartIndex;
                    renamed.Write(json, copied, start + 1 - copied);
                    renamed.Write(Encoding.UTF8.GetBytes(name));
                    copied = start + 1 + reader.ValueSpan.Length;
                }
            }
        }
        catch (JsonException)
        {
            return json;
        }

        if (copied == 0)
        {
            return json;
        }

        renamed.Write(json, copied, json.Length - copied);
        return renamed.ToArray();
    }

    private static string? Find(ref Utf8JsonReader reader, IReadOnlyList<(string From, string To)> names)
    {
        foreach (var (from, to) in names)
        {
            if (reader.ValueTextEquals(from))
            {
                return to;
            }
        }

        return null;
    }
}
