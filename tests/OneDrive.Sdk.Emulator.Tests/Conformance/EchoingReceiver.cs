using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OneDrive.Sdk.Emulator.Tests.Conformance;

/// <summary>An application that is told of changes: it repeats the validation token, and takes every notification.</summary>
internal sealed class EchoingReceiver : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    internal EchoingReceiver()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    internal string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/notify";

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        while (true)
        {
            TcpClient connection;
            try
            {
                connection = await _listener.AcceptTcpClientAsync();
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            using (connection)
            {
                await AnswerAsync(connection.GetStream());
            }
        }
    }

    private static async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var line = await reader.ReadLineAsync() ?? string.Empty;
        while (await reader.ReadLineAsync() is { Length: > 0 })
        {
        }

        var start = line.IndexOf("validationToken=", StringComparison.Ordinal);
        var token = start < 0 ? string.Empty : Uri.UnescapeDataString(line[(start + "validationToken=".Length)..].Split(' ', '&')[0]);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {token.Length}\r\nConnection: close\r\n\r\n{token}"));
    }
}
