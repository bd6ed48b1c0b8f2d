using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace OneDrive.Sdk.Transfers;

/// <summary>What a journal says: of which version the bytes are, and how far they went, time after time.</summary>
internal sealed record DownloadNotes(DownloadVersion Version, IReadOnlyList<DownloadMark> Marks)
{
    private const byte NewLine = (byte)'\n';
    private const byte Space = (byte)' ';

    /// <summary>Reads a journal; null when it says nothing. A line that the end of a process or of the power tore is left out.</summary>
    internal static DownloadNotes? Parse(ReadOnlySpan<byte> content)
    {
        if (!TakeLine(ref content, out var first) || ReadVersion(first) is not { } version)
            return null;

        List<DownloadMark> marks = [];
        while (TakeLine(ref content, out var line))
        {
            if (ReadMark(line) is { } mark && mark.Position > (marks.Count == 0 ? 0 : marks[^1].Position))
                marks.Add(mark);
        }

        return marks.Count == 0 ? null : new DownloadNotes(version, marks);
    }

    internal static byte[] Format(DownloadVersion version) =>
        [.. version.ToJson(), NewLine];

    internal static int Format(DownloadMark mark, Span<byte> target)
    {
        Utf8Formatter.TryFormat(mark.Position, target, out var length);
        target[length++] = Space;
        length += Encoding.ASCII.GetBytes(mark.Hash, target[length..]);
        target[length++] = NewLine;
        return length;
    }

    private static bool TakeLine(ref ReadOnlySpan<byte> content, out ReadOnlySpan<byte> line)
    {
        var end = content.IndexOf(NewLine);
        line = end < 0 ? default : content[..end];
        content = end < 0 ? default : content[(end + 1)..];
        return end >= 0;
    }

    private static DownloadVersion? ReadVersion(ReadOnlySpan<byte> line)
    {
        try
        {
            return DownloadVersion.Read(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DownloadMark? ReadMark(ReadOnlySpan<byte> line)
    {
        return Utf8Parser.TryParse(line, out long position, out var length) && length < line.Length && line[length] == Space
            ? new DownloadMark(position, Encoding.ASCII.GetString(line[(length + 1)..]))
            : null;
    }
}
