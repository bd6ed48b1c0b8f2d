using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace OneDrive.Sdk.FieldTests.Service;

/// <summary>
/// A service on a real socket that answers byte for byte what a case says. It knows HTTP/1.1 and nothing else: neither the SDK nor the
/// emulator. The script sees each request whole and returns the answer; a request that the script does not expect gets 501, so that
/// a case fails loudly.
/// </summary>
internal sealed class ScriptedService : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ScriptedRequest> _requests = new();
    private readonly ConcurrentQueue<ScriptedRequest> _unexpected = new();
    private readonly Func<ScriptedRequest, Answer?> _script;
    private readonly TimeProvider _clock;
    private readonly Task _accepting;
    private int _count;

    /// <summary>Starts to listen.</summary>
    /// <param name="script">
    /// Answers a request; <see langword="null"/> for one that the case does not expect. Called by many threads.
    /// </param>
    /// <param name="clock">The service's own clock, for the Date header; the system's when <see langword="null"/>.</param>
    internal ScriptedService(Func<ScriptedRequest, Answer?> script, TimeProvider? clock = null)
    {
        _script = script;
        _clock = clock ?? TimeProvider.System;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The root of the service, ending in a slash.</summary>
    internal Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>The requests so far, in the order in which they had arrived whole.</summary>
    internal IReadOnlyList<ScriptedRequest> Requests => [.. _requests];

    /// <summary>The requests that the script did not expect.</summary>
    internal IEnumerable<ScriptedRequest> Unexpected => _unexpected;

    /// <summary>An address on this service, such as a pre-authenticated download URL.</summary>
    internal Uri At(string pathAndQuery) => new(Endpoint, pathAndQuery);

    /// <summary>The number of requests whose method and decoded end of path are these.</summary>
    internal int Count(string method, string decodedPathEnd) => _requests.Count(request => request.Is(method, decodedPathEnd));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await Task.Yield();
        socket.NoDelay = true;
        using var connection = new HttpConnection(socket);
        try
        {
            while (await connection.ReadAsync(_stop.Token) is { } received)
            {
                var request = Enqueue(received.Line, received.Headers, received.Body);
                if (!await connection.WriteAsync(Answer(request), _clock.GetUtcNow(), request.Method == "HEAD", _stop.Token))
                {
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client went away or the case is over.
        }
    }

    private ScriptedRequest Enqueue(string line, List<KeyValuePair<string, string>> headers, byte[] body)
    {
        var words = line.Split(' ');
        var request = new ScriptedRequest
        {
            Method = words[0],
            Target = words[1],
            Headers = headers,
            Body = body,
            Number = Interlocked.Increment(ref _count) - 1,
            Time = _clock.GetUtcNow(),
        };
        _requests.Enqueue(request);
        return request;
    }

    private Answer Answer(ScriptedRequest request)
    {
        if (_script(request) is { } answer)
        {
            return answer;
        }

        _unexpected.Enqueue(request);
        return Service.Answer.Error(501, "unexpectedRequest", $"The script does not expect {request.Method}.");
    }
}
