using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Waits for the browser redirect from the sign-in page (RFC 8252). The port is bound before the page opens and kept until the end. Other
/// requests are rejected and do not end the wait.
/// </summary>
internal sealed class LoopbackListener : IDisposable
{
    private const int MaximumConnections = 100;
    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly TimeSpan ConnectionTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(50);

    private readonly IReadOnlyList<TcpListener> _listeners;
    private readonly TimeProvider _timeProvider;
    private readonly string _path;
    private readonly string[] _hosts;

    /// <summary>The connections that have not sent a request yet, the oldest first.</summary>
    private readonly LinkedList<TcpClient> _silent = new();

    private LoopbackListener(Uri registered, TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        _path = registered.AbsolutePath;
        _listeners = LoopbackSockets.Listen(registered);
        var port = ((IPEndPoint)_listeners[0].LocalEndpoint).Port;
        RedirectUri = string.Create(CultureInfo.InvariantCulture, $"http://{registered.Host}:{port}{_path}");
        _hosts = [.. Names.Append(registered.Host).Select(name => string.Create(CultureInfo.InvariantCulture, $"{name}:{port}"))];
    }

    /// <summary>The address with the port that was taken.</summary>
    internal string RedirectUri { get; }

    /// <summary>Binds the port of the registered address, or a free port if it does not contain one.</summary>
    /// <exception cref="OneDriveAuthenticationException">The port is in use.</exception>
    internal static LoopbackListener Start(Uri registered, TimeProvider timeProvider)
    {
        try
        {
            return new LoopbackListener(registered, timeProvider);
        }
        catch (SocketException failure)
        {
            throw new OneDriveAuthenticationException(
                $"Cannot listen on port {registered.Port} of this machine for the browser redirect ({failure.SocketErrorCode}). "
                + "The port must be free on every address of the redirect URI, IPv4 and IPv6.",
                failure)
            {
                Hint = "Register http://localhost without a port as the redirect URI, so that any free port can be used.",
            };
        }
    }

    /// <summary>Waits for the response.</summary>
    /// <param name="isAwaited">Whether a response is the awaited one.</param>
    /// <param name="mode">How the response has to come.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    internal async Task<AuthorizationCallback> WaitAsync(
        Func<AuthorizationCallback, bool> isAwaited, AuthorizationResponseMode mode, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<AuthorizationCallback>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var accepting = Task.WhenAll(_listeners.Select(listener => AcceptAsync(listener, isAwaited, mode, answer, ended.Token)));
        try
        {
            return await answer.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose()
    {
        foreach (var listener in _listeners)
        {
            listener.Dispose();
        }
    }

    private async Task AcceptAsync(
        TcpListener listener,
        Func<AuthorizationCallback, bool> isAwaited,
        AuthorizationResponseMode mode,
        TaskCompletionSource<AuthorizationCallback> answer,
        CancellationToken cancellationToken)
    {
        List<Task> running = [];
        try
        {
            while (true)
            {
                try
                {
                    var client = await listener.AcceptTcpClientAsync(cancellationToken).ConfigureAwait(false);
                    running.RemoveAll(task => task.IsCompleted);
                    running.Add(ServeAsync(client, isAwaited, mode, answer, cancellationToken));
                }
                catch (SocketException)
                {
                    // One connection broke before it was accepted, or this process has no handle left for it: others may come.
                    await Task.Delay(PauseAfterFailure, _timeProvider, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ServeAsync(
        TcpClient client,
        Func<AuthorizationCallback, bool> isAwaited,
        AuthorizationResponseMode mode,
        TaskCompletionSource<AuthorizationCallback> answer,
        CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(ConnectionTimeout, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var place = Enter(client);
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                var request = await LoopbackRequest.ReadAsync(stream, either.Token).ConfigureAwait(false);
                Leave(place);
                var callback = request is null ? null : Read(request, mode);
                var isOurs = callback is not null && isAwaited(callback);
                var page = isOurs ? LoopbackPage.Done
                    : request is not null && request.Path != _path ? LoopbackPage.NotFound
                    : LoopbackPage.Refused;
                try
                {
                    await stream.WriteAsync(page, CancellationToken.None).ConfigureAwait(false);
                    client.Client.Shutdown(SocketShutdown.Send);
                }
                finally
                {
                    // Also when the browser does not wait for the page.
                    if (isOurs)
                    {
                        answer.TrySetResult(callback!);
                    }
                }
            }
        }
        catch (Exception failure) when (
            failure is IOException or SocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The other side left, took too long, or had to make room: the browser may still come.
        }
        finally
        {
            Leave(place);
        }
    }

    // The newest connection gets the place of the one that has been silent for longest: a browser speaks at once.
    private LinkedListNode<TcpClient> Enter(TcpClient client)
    {
        TcpClient? oldest = null;
        LinkedListNode<TcpClient> place;
        lock (_silent)
        {
            place = _silent.AddLast(client);
            if (_silent.Count > MaximumConnections)
            {
                oldest = _silent.First!.Value;
                _silent.RemoveFirst();
            }
        }

        oldest?.Dispose();
        return place;
    }

    private void Leave(LinkedListNode<TcpClient> place)
    {
        lock (_silent)
        {
            if (place.List is not null)
            {
                _silent.Remove(place);
            }
        }
    }

    // A foreign name in Host is a web page that reaches for this machine (DNS rebinding).
    private AuthorizationCallback? Read(LoopbackRequest request, AuthorizationResponseMode mode)
    {
        if (request.Path != _path || request.Host is null || !_hosts.Contains(request.Host, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return (request.Method, mode) switch
            {
                ("POST", AuthorizationResponseMode.FormPost) => AuthorizationCallback.Parse(request.Body),
                ("GET", AuthorizationResponseMode.Query) => AuthorizationCallback.Parse(request.Query),
                _ => null,
            };
        }
        catch (OneDriveAuthenticationException)
        {
            return null;
        }
    }
}
