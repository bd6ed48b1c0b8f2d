using System.Net;
using System.Net.Sockets;

namespace OneDrive.Sdk.Http;

/// <summary>
/// Connects pre-authenticated requests to public addresses only. The addresses that were checked are the ones that are connected to, so
/// that a name cannot change its mind in between.
/// </summary>
internal sealed class PublicConnection(Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve = resolve ?? Dns.GetHostAddressesAsync;

    internal ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken) =>
        ConnectAsync(context.DnsEndPoint, context.InitialRequestMessage, cancellationToken);

    internal async ValueTask<Stream> ConnectAsync(DnsEndPoint endpoint, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var addresses = await _resolve(endpoint.Host, cancellationToken).ConfigureAwait(false);
        if (RequestTraits.Of(request).IsAnonymous && !IsProxy(endpoint, request) && Array.Exists(addresses, PrivateNetworks.Contain))
        {
            throw new HttpRequestException(
                HttpRequestError.SecureConnectionError, "The address leads into a private network, which BlockPrivateNetworks forbids.");
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

    private static bool IsProxy(DnsEndPoint endpoint, HttpRequestMessage request) =>
        request.RequestUri is { } address
        && (endpoint.Port != address.Port
            || !string.Equals(endpoint.Host.Trim('[', ']'), address.IdnHost.Trim('[', ']'), StringComparison.OrdinalIgnoreCase));
}
