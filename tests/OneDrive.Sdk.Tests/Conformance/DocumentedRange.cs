using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Bytes that a request sends or asks for.</summary>
/// <param name="Start">The first byte.</param>
/// <param name="End">The last byte.</param>
/// <param name="Length">How many bytes the file has; 0 when the request does not say.</param>
internal sealed record DocumentedRange(long Start, long End, long Length)
{
    /// <summary>Pieces are below 60 MiB.</summary>
    internal const long LargestPiece = (60 * 1024 * 1024) - OneDriveTransferOptions.FragmentAlignment;

    private static readonly Regex Form = new(
        @"^bytes[ =](?<start>\d+)-(?<end>\d+)(/(?<length>\d+))?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    internal long Count => End - Start + 1;

    /// <summary>Whether the service takes the piece: it begins and ends at a multiple of 320 KiB, or at the end of the file.</summary>
    internal bool IsAligned => Start % OneDriveTransferOptions.FragmentAlignment == 0
        && (Count % OneDriveTransferOptions.FragmentAlignment == 0 || End + 1 == Length)
        && Count <= LargestPiece;

    /// <summary>The range of a documented request; null when it has none.</summary>
    internal static DocumentedRange? Of(CorpusRequest request)
    {
        var text = request.Headers.GetValueOrDefault("Content-Range") ?? request.Headers.GetValueOrDefault("Range") ?? "";
        return request.IsForeign && Form.Match(text) is { Success: true } match
            ? new(Number(match, "start"), Number(match, "end"), match.Groups["length"].Success ? Number(match, "length") : 0)
            : null;
    }

    internal static DocumentedRange Of(ContentRangeHeaderValue header) => new(header.From!.Value, header.To!.Value, header.Length!.Value);

    private static long Number(Match match, string name) => long.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
}
