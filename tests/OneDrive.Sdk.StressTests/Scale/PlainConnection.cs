using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace OneDrive.Sdk.StressTests.Scale;

/// <summary>One kept connection that costs next to nothing, so that what is measured is the service and not its client.</summary>
internal sealed class PlainConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[1 << 20];
    private readonly string _token;
    private readonly string _host;

    internal PlainConnection(Uri endpoint, string token)
    {
        (_host, _token) = (endpoint.Authority, token);
        _socket.Connect(endpoint.Host, endpoint.Port);
    }

    /// <summary>A request as it goes over the wire; made once, sent often.</summary>
    internal byte[] Write(string method, string target, string? json = null)
    {
        var body = json is null
            ? string.Empty
            : $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n";
        return Encoding.UTF8.GetBytes($"{method} {target} HTTP/1.1\r\nHost: {_host}\r\nAuthorization: Bearer {_token}\r\n{body}\r\n{json}");
    }

    /// <summary>Sends a request and gives the body of its answer, which must be a success.</summary>
    internal ReadOnlySpan<byte> Ask(byte[] request)
    {
        _socket.Send(request);
        var received = 0;
        var end = -1;
        while (end < 0)
        {
            received += Receive(received);
            end = _buffer.AsSpan(0, received).IndexOf("\r\n\r\n"u8);
        }

        var head = _buffer.AsSpan(0, end);
        if (head["HTTP/1.1 ".Length] != (byte)'2')
            throw new InvalidOperationException(Encoding.UTF8.GetString(_buffer, 0, received));
        var length = ReadLength(head);
        while (received < end + 4 + length)
            received += Receive(received);
        return _buffer.AsSpan(end + 4, length);
    }

    public void Dispose() => _socket.Dispose();

    private static int ReadLength(ReadOnlySpan<byte> head)
    {
        var name = "Content-Length: "u8;
        var position = head.IndexOf(name);
        return position >= 0 && Utf8Parser.TryParse(head[(position + name.Length)..], out int length, out _) ? length : 0;
    }

    private int Receive(int offset) => _socket.Receive(_buffer.AsSpan(offset)) is > 0 and var count
        ? count
        : throw new IOException("The connection was closed in the middle of an answer.");
}
