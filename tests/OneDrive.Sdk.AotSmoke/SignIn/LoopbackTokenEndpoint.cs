using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OneDrive.Sdk.AotSmoke.SignIn;

/// <summary>A token endpoint on a real socket: it remembers each form and answers with a token of its number.</summary>
internal sealed class LoopbackTokenEndpoint : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _work;

    internal LoopbackTokenEndpoint()
    {
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/contoso.example/oauth2/v2.0/token";
        _work = WorkAsync();
    }

    internal string Address { get; }

    internal ConcurrentQueue<IReadOnlyDictionary<string, string>> Forms { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _work;
        _listener.Stop();
        _end.Dispose();
    }

    private async Task WorkAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync(_end.Token);
                await AnswerAsync(connection.GetStream());
            }
        }
        catch (OperationCanceledException)
        {
            // The program has what it wanted.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        Forms.Enqueue(Parse(await ReadBodyAsync(stream)));
        var json = $$"""{ "token_type": "Bearer", "expires_in": 3599, "access_token": "token-{{Forms.Count}}" }""";
        var head = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head + json));
    }

    private static async Task<string> ReadBodyAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var length = 0;
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(line["Content-Length:".Length..], CultureInfo.InvariantCulture);
            }
        }

        var body = new char[length];
        await reader.ReadBlockAsync(body);
        return new string(body);
    }

    private static Dictionary<string, string> Parse(string form) => form.Split('&')
        .Select(pair => pair.Split('='))
        .ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]), StringComparer.Ordinal);
}
