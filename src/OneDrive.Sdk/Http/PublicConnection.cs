using System.Net;
using System.Net.Sockets;

namespace OneDrive.Sdk.Http;

/// <summary>
/// Connects pre-authenticated requests to public addresses only. The checked addresses are the connected ones, which prevents DNS
/// rebinding.
/// </summary>
/// <param name="allowsLoopback">Whether the service itself is on this machine, as an emulator is: its addresses are then, too.</param>
/// <param name="resolve">Finds the addresses of a host; the system by default.</param>
internal sealed class PublicConnection(bool allowsLoopback = false, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve = resolve ?? Dns.GetHostAddressesAsync;

    internal ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken) =>
        ConnectAsync(context.DnsEndPoint, context.InitialRequestMessage, cancellationToken);

    internal async ValueTask<Stream> ConnectAsync(DnsEndPoint endpoint, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isGuarded = RequestTraits.Of(request).IsAnonymous && !IsProxy(endpoint, request);

        // An address with the zone of an unknown interface cannot be resolved, and is rejected as well.
        if (isGuarded && IPAddress.TryParse(endpoint.Host.Split('%')[0].Trim('[', ']'), out var literal) && IsForbidden(literal))
        {
            throw new PrivateNetworkException();
        }

        var addresses = await _resolve(endpoint.Host, cancellationToken).ConfigureAwait(false);
        if (isGuarded && Array.Exists(addresses, IsForbidden))
        {
            throw new PrivateNetworkException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, endpoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Loopback in its two plain forms only; another form of it is a disguise.
    private bool IsForbidden(IPAddress address) => PrivateNetworks.Contain(address)
        && !(allowsLoopback && IPAddress.IsLoopback(address) && !address.IsIPv4MappedToIPv6);

    private static bool IsProxy(DnsEndPoint endpoint, HttpRequestMessage request) =>
        request.RequestUri is { } address
        && (endpoint.Port != address.Port
            || !string.Equals(endpoint.Host.Trim('[', ']'), address.IdnHost.Trim('[', ']'), StringComparison.OrdinalIgnoreCase));
}
