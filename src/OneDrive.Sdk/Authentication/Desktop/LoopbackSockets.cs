using System.Net;
using System.Net.Sockets;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// One port on every loopback address that the browser may be redirected to. A browser resolves <c>localhost</c> to IPv6 and IPv4: another
/// program on one of these addresses could receive the response.
/// </summary>
internal static class LoopbackSockets
{
    private const int MaximumTries = 20;

    /// <summary>Listens on the port of the registered address, or, when it names none, on one that is free on every address.</summary>
    /// <exception cref="SocketException">The port is in use on one of the addresses.</exception>
    internal static IReadOnlyList<TcpListener> Listen(Uri registered)
    {
        var addresses = AddressesOf(registered);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Listen(addresses, registered.IsDefaultPort ? 0 : registered.Port);
            }
            catch (SocketException) when (registered.IsDefaultPort && attempt < MaximumTries)
            {
                // Another program has this port on one of the addresses: another port may be free on all.
            }
        }
    }

    private static IPAddress[] AddressesOf(Uri registered) =>
        IPAddress.TryParse(registered.DnsSafeHost, out var address) ? [address] : [IPAddress.Loopback, IPAddress.IPv6Loopback];

    private static List<TcpListener> Listen(IPAddress[] addresses, int port)
    {
        List<TcpListener> listeners = [];
        SocketException? missing = null;
        try
        {
            foreach (var address in addresses)
            {
                try
                {
                    listeners.Add(Listen(address, port));
                    port = ((IPEndPoint)listeners[0].LocalEndpoint).Port;
                }
                catch (SocketException failure) when (IsMissing(failure))
                {
                    missing = failure;
                }
            }

            return listeners.Count > 0 ? listeners : throw missing!;
        }
        catch
        {
            listeners.ForEach(listener => listener.Dispose());
            throw;
        }
    }

    private static TcpListener Listen(IPAddress address, int port)
    {
        var listener = new TcpListener(address, port) { ExclusiveAddressUse = true };
        try
        {
            listener.Start();
            return listener;
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    // This machine has no such address, so no other program can listen on it either.
    private static bool IsMissing(SocketException failure) => failure.SocketErrorCode
        is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported or SocketError.ProtocolFamilyNotSupported
        or SocketError.ProtocolNotSupported;
}
