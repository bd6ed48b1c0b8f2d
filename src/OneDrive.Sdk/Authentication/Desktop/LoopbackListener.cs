using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OneDrive.Sdk.Authentication.Desktop;

/// <summary>
/// Waits on this machine for the browser that returns from the sign-in page (RFC 8252). The port is taken before the page opens and kept
/// until the end. Whatever is not the awaited answer, from whomever, is turned away and does not end the wait.
/// </summary>
internal sealed class LoopbackListener : IDisposable
{
    private const int MaximumConnections = 20;
    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly TimeSpan ConnectionTimeout = TimeSpan.FromSeconds(5);

    private readonly List<TcpListener> _listeners = [];
    private readonly SemaphoreSlim _places = new(MaximumConnections, MaximumConnections);
    private readonly TimeProvider _timeProvider;
    private readonly string _path;
    private readonly string[] _hosts;

    private LoopbackListener(Uri registered, TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        _path = registered.AbsolutePath;
        var isAnyPort = registered.IsDefaultPort;
        var first = new TcpListener(IPAddress.Loopback, isAnyPort ? 0 : registered.Port) { ExclusiveAddressUse = true };
        first.Start();
        _listeners.Add(first);
        var port = ((IPEndPoint)first.LocalEndpoint).Port;
        ListenOnIPv6(port);
        RedirectUri = string.Create(CultureInfo.InvariantCulture, $"http://{registered.Host}:{port}{_path}");
        _hosts = [.. Names.Select(name => string.Create(CultureInfo.InvariantCulture, $"{name}:{port}"))];
    }

    /// <summary>The address with the port that was taken.</summary>
    internal string RedirectUri { get; }

    /// <summary>Takes the port of the registered address, or, when it names none, one that is free.</summary>
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
                $"Port {registered.Port} of this machine cannot be listened on for the return of the browser.", failure)
            {
                Hint = "Register http://localhost without a port as the redirect URI: any free port is taken then.",
            };
        }
    }

    /// <summary>Waits for the answer.</summary>
    /// <param name="isAwaited">Whether an answer is the awaited one.</param>
    /// <param name="mode">How the answer has to come.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
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

        _places.Dispose();
    }

    // Browsers try localhost on both; without IPv6, or with its port taken, the other one is enough.
    private void ListenOnIPv6(int port)
    {
        if (!Socket.OSSupportsIPv6)
        {
            return;
        }

        var second = new TcpListener(IPAddress.IPv6Loopback, port) { ExclusiveAddressUse = true };
        try
        {
            second.Start();
            _listeners.Add(second);
        }
        catch (SocketException)
        {
            second.Dispose();
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
                var client = await listener.AcceptTcpClientAsync(cancellationToken).ConfigureAwait(false);
                running.RemoveAll(task => task.IsCompleted);
                if (await _places.WaitAsync(TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false))
                {
                    running.Add(ServeAsync(client, isAwaited, mode, answer, cancellationToken));
                }
                else
                {
                    client.Dispose();
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
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                var request = await LoopbackRequest.ReadAsync(stream, either.Token).ConfigureAwait(false);
                var callback = request is null ? null : Read(request, mode);
                var isOurs = callback is not null && isAwaited(callback);
                var page = isOurs ? LoopbackPage.Done
                    : request is not null && request.Path != _path ? LoopbackPage.NotFound
                    : LoopbackPage.Refused;
                await stream.WriteAsync(page, CancellationToken.None).ConfigureAwait(false);
                client.Client.Shutdown(SocketShutdown.Send);
                if (isOurs)
                {
                    answer.TrySetResult(callback!);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or SocketException or OperationCanceledException)
        {
            // The other side left, or took too long: somebody else may still come.
        }
        finally
        {
            _places.Release();
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
