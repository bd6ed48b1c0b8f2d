using System.Globalization;
using System.Text;

namespace OneDrive.Sdk.FieldTests.Service;

/// <summary>
/// What the scripted service answers, byte for byte: status line, headers, framing, and how the connection ends. Immutable; the
/// <c>With…</c> methods return a changed copy.
/// </summary>
internal sealed record Answer
{
    internal int Status { get; init; } = 200;

    internal string Reason { get; init; } = "Scripted";

    internal IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    internal ReadOnlyMemory<byte> Body { get; init; }

    internal Framing Framing { get; init; }

    /// <summary>Overrides the stated <c>Content-Length</c>, to promise more than is sent.</summary>
    internal long? StatedLength { get; init; }

    /// <summary>Breaks the connection (RST) after this many bytes of the body; zero breaks it after the headers.</summary>
    internal int? BreakAfter { get; init; }

    /// <summary>Breaks the connection without sending anything.</summary>
    internal bool IsSilent { get; init; }

    /// <summary>Sends nothing before this is complete.</summary>
    internal Task? Gate { get; init; }

    /// <summary>Writes further bytes of the body after <see cref="Body"/>, for bodies that are endless or slow; not framed.</summary>
    internal Func<Stream, CancellationToken, Task>? Tail { get; init; }

    /// <summary>Breaks the connection instead of answering.</summary>
    internal static Answer Break { get; } = new() { IsSilent = true };

    internal static Answer Of(int status) => new() { Status = status };

    internal static Answer Json(string json, int status = 200) => Bytes(Encoding.UTF8.GetBytes(json), "application/json", status);

    internal static Answer Error(int status, string code, string message = "Refused by the script.") =>
        Json($$$"""{"error":{"code":"{{{code}}}","message":"{{{message}}}"}}""", status);

    internal static Answer Bytes(ReadOnlyMemory<byte> body, string mediaType = "application/octet-stream", int status = 200) =>
        new Answer { Status = status, Body = body }.With("Content-Type", mediaType);

    internal static Answer Html(string html, int status = 200) => Bytes(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", status);

    internal static Answer Redirect(Uri address) => Of(302).With("Location", address.AbsoluteUri);

    internal Answer With(string header, string value) => this with { Headers = [.. Headers, new(header, value)] };

    internal Answer WithETag(string tag) => With("ETag", tag);

    internal Answer WithRetryAfter(string value) => With("Retry-After", value);

    internal Answer Chunked() => this with { Framing = Framing.Chunked };

    /// <summary>No length: the end of the connection is the end of the body.</summary>
    internal Answer UntilClose() => this with { Framing = Framing.UntilClose };

    internal Answer After(Task gate) => this with { Gate = gate };

    internal Answer BreaksAfter(int bytes) => this with { BreakAfter = bytes };

    /// <summary>The part of the body that a Range header asks for, as 206; the whole body when there is none.</summary>
    internal Answer ForRange(ScriptedRequest request)
    {
        if (request.Header("Range") is not { } range)
        {
            return this;
        }

        var bounds = range["bytes=".Length..].Split('-');
        var length = Body.Length;
        var start = bounds[0].Length == 0 ? Math.Max(0, length - Parse(bounds[1])) : Parse(bounds[0]);
        var end = bounds[0].Length > 0 && bounds[1].Length > 0 ? Math.Min(Parse(bounds[1]), length - 1) : length - 1;
        return start >= length
            ? Of(416).With("Content-Range", $"bytes */{length}")
            : this with
            {
                Status = 206,
                Body = Body[(int)start..((int)end + 1)],
                Headers = [.. Headers, new("Content-Range", $"bytes {start}-{end}/{length}")],
            };
    }

    private static long Parse(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
