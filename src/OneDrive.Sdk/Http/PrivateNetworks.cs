using System.Net;
using System.Net.Sockets;

namespace OneDrive.Sdk.Http;

/// <summary>
/// The addresses that lead to this machine or into a network of its own. See
/// <see href="https://www.iana.org/assignments/iana-ipv4-special-registry"/>.
/// </summary>
internal static class PrivateNetworks
{
    private static ReadOnlySpan<byte> Nat64Prefix => [0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0];

    internal static bool Contain(IPAddress address) => address.AddressFamily is AddressFamily.InterNetworkV6
        ? ContainV6(address)
        : ContainV4(address.GetAddressBytes());

    private static bool ContainV6(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return ContainV4(address.MapToIPv4().GetAddressBytes());
        }

        var bytes = address.GetAddressBytes();
        return bytes.AsSpan().StartsWith(Nat64Prefix)
            ? ContainV4(bytes.AsSpan(Nat64Prefix.Length))
            : IPAddress.IsLoopback(address)
                || address.Equals(IPAddress.IPv6Any)
                || address.IsIPv6LinkLocal
                || address.IsIPv6UniqueLocal
                || address.IsIPv6SiteLocal
                || address.IsIPv6Multicast;
    }

    private static bool ContainV4(ReadOnlySpan<byte> address) => (address[0], address[1]) switch
    {
        (0 or 10 or 127 or >= 224, _) => true,
        (100, >= 64 and <= 127) => true,
        (169, 254) => true,
        (172, >= 16 and <= 31) => true,
        (192, 168) => true,
        (192, 0) => address[2] is 0,
        (198, 18 or 19) => true,
        _ => false,
    };
}
