using System.Globalization;
using System.Text;

namespace OneDrive.Sdk.Authentication;

/// <summary>One HTTP request to the loopback listener, as far as a browser that returns from a sign-in page needs it.</summary>
internal sealed record LoopbackRequest(string Method, string Path, string Query, string? Host, string Body)
{
    private const int LongestHead = 8 * 1024;
    private const int LongestBody = 32 * 1024;

    private static ReadOnlySpan<byte> HeadEnd => "\r\n\r\n"u8;

    /// <summary>Reads a request; null when it is malformed or too long.</summary>
    internal static async Task<LoopbackRequest?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestHead];
        var length = 0;
        int headLength;
        while ((headLength = buffer.AsSpan(0, length).IndexOf(HeadEnd)) < 0)
        {
            var read = length >= LongestHead
                ? 0
                : await stream.ReadAsync(buffer.AsMemory(length, LongestHead - length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return null;
            }

            length += read;
        }

        var lines = Encoding.ASCII.GetString(buffer, 0, headLength).Split("\r\n");
        var start = headLength + HeadEnd.Length;
        var bodyLength = Header(lines, "Content-Length") is { } text
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1
            : 0;
        if (lines[0].Split(' ') is not [var method, ['/', ..] target, ['H', 'T', 'T', 'P', '/', '1', '.', _]]
            || bodyLength is < 0 or > LongestBody || Header(lines, "Transfer-Encoding") is not null)
        {
            return null;
        }

        Array.Resize(ref buffer, Math.Max(length, start + bodyLength));
        while (length < start + bodyLength)
        {
            var missing = buffer.AsMemory(length, start + bodyLength - length);
            var read = await stream.ReadAsync(missing, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return null;
            }

            length += read;
        }

        var question = target.IndexOf('?', StringComparison.Ordinal);
        return new LoopbackRequest(
            method,
            question < 0 ? target : target[..question],
            question < 0 ? "" : target[(question + 1)..],
            Header(lines, "Host"),
            Encoding.UTF8.GetString(buffer, start, bodyLength));
    }

    /// <summary>Returns a fixed text, because query and body hold the code.</summary>
    public override string ToString() => "[REDACTED]";

    // A duplicate header is ignored, because it is ambiguous.
    private static string? Header(string[] lines, string name)
    {
        var found = lines.Skip(1).Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count switch
        {
            0 => null,
            1 => found[0][(name.Length + 1)..].Trim(),
            _ => "?",
        };
    }
}
