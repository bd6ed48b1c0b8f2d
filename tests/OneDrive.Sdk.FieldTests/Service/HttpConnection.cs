using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace OneDrive.Sdk.FieldTests.Service;

/// <summary>HTTP/1.1 on one socket: reads requests, writes answers exactly as they are scripted.</summary>
internal sealed class HttpConnection(Socket socket) : IDisposable
{
    private const int ChunkSize = 64 * 1024;
    private readonly NetworkStream _network = new(socket, ownsSocket: true);
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>Reads the next request; <see langword="null"/> when the peer has closed the connection.</summary>
    internal async Task<(string Line, List<KeyValuePair<string, string>> Headers, byte[] Body)?> ReadAsync(
        CancellationToken cancellationToken)
    {
        if (await ReadLineAsync(cancellationToken) is not { Length: > 0 } line)
        {
            return null;
        }

        var headers = new List<KeyValuePair<string, string>>();
        while (await ReadLineAsync(cancellationToken) is { Length: > 0 } header)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            headers.Add(new(header[..colon], header[(colon + 1)..].Trim()));
        }

        if (ValueOf(headers, "Expect") is not null)
        {
            await _network.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), cancellationToken);
        }

        var body = ValueOf(headers, "Transfer-Encoding") is not null
            ? await ReadChunksAsync(cancellationToken)
            : await ReadExactlyAsync(int.Parse(ValueOf(headers, "Content-Length") ?? "0", CultureInfo.InvariantCulture), cancellationToken);
        return (line, headers, body);
    }

    /// <summary>Writes an answer; tells whether the connection can carry another request.</summary>
    internal async Task<bool> WriteAsync(Answer answer, DateTimeOffset now, bool isHead, CancellationToken cancellationToken)
    {
        if (answer.Gate is { } gate)
        {
            await gate.WaitAsync(cancellationToken);
        }

        if (answer.IsSilent)
        {
            return Break();
        }

        await _network.WriteAsync(Encoding.Latin1.GetBytes(Head(answer, now)), cancellationToken);
        if (isHead)
        {
            return true;
        }

        var sent = answer.BreakAfter is { } limit && limit < answer.Body.Length ? answer.Body[..limit] : answer.Body;
        await WriteBodyAsync(answer, sent, cancellationToken);
        if (answer.BreakAfter is not null)
        {
            return Break();
        }

        if (answer.Tail is { } tail)
        {
            await tail(_network, cancellationToken);
            return false;
        }

        if (answer.Framing == Framing.Chunked)
        {
            await _network.WriteAsync("0\r\n\r\n"u8.ToArray(), cancellationToken);
        }

        return answer.Framing != Framing.UntilClose && (answer.StatedLength ?? answer.Body.Length) == answer.Body.Length;
    }

    public void Dispose() => _network.Dispose();

    private static string Head(Answer answer, DateTimeOffset now)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} {answer.Reason}\r\n");
        if (!answer.Headers.Any(header => string.Equals(header.Key, "Date", StringComparison.OrdinalIgnoreCase)))
        {
            head.Append(CultureInfo.InvariantCulture, $"Date: {now:R}\r\n");
        }

        foreach (var (name, value) in answer.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        head.Append(answer.Framing switch
        {
            Framing.Length when answer.Status is 204 or 304 => "",
            Framing.Length => string.Create(
                CultureInfo.InvariantCulture, $"Content-Length: {answer.StatedLength ?? answer.Body.Length}\r\n"),
            Framing.Chunked => "Transfer-Encoding: chunked\r\n",
            _ => "Connection: close\r\n",
        });
        return head.Append("\r\n").ToString();
    }

    private static string? ValueOf(List<KeyValuePair<string, string>> headers, string name) =>
        headers.Find(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    private async Task WriteBodyAsync(Answer answer, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (answer.Framing != Framing.Chunked)
        {
            await _network.WriteAsync(body, cancellationToken);
            return;
        }

        for (var at = 0; at < body.Length; at += ChunkSize)
        {
            var chunk = body[at..Math.Min(at + ChunkSize, body.Length)];
            await _network.WriteAsync(Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"), cancellationToken);
            await _network.WriteAsync(chunk, cancellationToken);
            await _network.WriteAsync("\r\n"u8.ToArray(), cancellationToken);
        }
    }

    /// <summary>Ends the connection with a reset, so that the peer sees a broken connection and no end of the body.</summary>
    private bool Break()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        return false;
    }

    private async Task<byte[]> ReadChunksAsync(CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        while (true)
        {
            var size = int.Parse(
                (await ReadLineAsync(cancellationToken) ?? "0").Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            body.Write(await ReadExactlyAsync(size, cancellationToken));
            await ReadLineAsync(cancellationToken);
            if (size == 0)
            {
                return body.ToArray();
            }
        }
    }

    private async Task<byte[]> ReadExactlyAsync(int length, CancellationToken cancellationToken)
    {
        var body = new byte[length];
        var buffered = Math.Min(length, _end - _start);
        _buffer.AsSpan(_start, buffered).CopyTo(body);
        _start += buffered;
        await _network.ReadExactlyAsync(body.AsMemory(buffered), cancellationToken);
        return body;
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_start == _end)
            {
                (_start, _end) = (0, await _network.ReadAsync(_buffer, cancellationToken));
                if (_end == 0)
                {
                    return line.Length == 0 ? null : line.ToString();
                }
            }

            var next = (char)_buffer[_start++];
            if (next == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(next);
        }
    }
}
