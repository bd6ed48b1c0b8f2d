using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace OneDrive.Sdk.Http;

/// <summary>
/// The address ranges of this machine and of private networks, including all IPv6 notations of IPv4 addresses. See
/// <see href="https://www.iana.org/assignments/iana-ipv4-special-registry"/> and
/// <see href="https://www.iana.org/assignments/iana-ipv6-special-registry"/>.
/// </summary>
internal static class PrivateNetworks
{
    private const int V4Length = 4;

    /// <summary>The IPv4 address that a relay, a translator or a tunnel derives from this position of an IPv6 address.</summary>
    private static readonly (Prefix Prefix, int Place)[] Embeddings =
    [
        (new("::", 96), 12), // IPv4-compatible, RFC 4291 2.5.5.1
        (new("::ffff:0:0", 96), 12), // IPv4-mapped, RFC 4291 2.5.5.2
        (new("::ffff:0:0:0", 96), 12), // IPv4-translated, RFC 2765 2.1
        (new("64:ff9b::", 96), 12), // NAT64, RFC 6052
        (new("2002::", 16), 2), // 6to4, RFC 3056
    ];

    /// <summary>Networks inside 2000::/3 that lead elsewhere than to one public host.</summary>
    private static readonly Prefix[] SpecialNetworks =
    [
        new("2001::", 32), // Teredo, RFC 4380: the host behind it is not in the address
        new("2001:2::", 48), // Benchmarks, RFC 5180
        new("2001:10::", 28), // ORCHID, RFC 4843
        new("2001:20::", 28), // ORCHIDv2, RFC 7343
        new("2001:db8::", 32), // Documentation, RFC 3849
        new("3fff::", 20), // Documentation, RFC 9637
    ];

    private static readonly Prefix GlobalUnicast = new("2000::", 3);

    /// <summary>Returns whether an address belongs to this machine or a private network.</summary>
    internal static bool Contain(IPAddress address) => address.AddressFamily is AddressFamily.InterNetworkV6
        ? ContainV6(address.GetAddressBytes())
        : ContainV4(address.GetAddressBytes());

    private static bool ContainV6(byte[] address)
    {
        foreach (var (prefix, place) in Embeddings)
        {
            if (prefix.Begins(address))
            {
                return ContainV4(address.AsSpan(place, V4Length));
            }
        }

        // Everything else is public in 2000::/3 only: 64:ff9b:1::/48, fc00::/7, fe80::/10, fec0::/10, ff00::/8, 100::/64 and 5f00::/16 are
        // outside of it.
        return !GlobalUnicast.Begins(address)
            || Array.Exists(SpecialNetworks, prefix => prefix.Begins(address))
            || (IsIsatap(address) && ContainV4(address.AsSpan(12, V4Length)));
    }

    // RFC 5214 section 6.1: ::0:5efe:a.b.c.d or ::200:5efe:a.b.c.d below any prefix.
    private static bool IsIsatap(ReadOnlySpan<byte> address) =>
        (BinaryPrimitives.ReadUInt32BigEndian(address[8..]) & 0xfcff_ffff) == 0x0000_5efe;

    private static bool ContainV4(ReadOnlySpan<byte> address) => (address[0], address[1]) switch
    {
        (0 or 10 or 127 or >= 224, _) => true,
        (100, >= 64 and <= 127) => true,
        (169, 254) => true,
        (172, >= 16 and <= 31) => true,
        (192, 168) => true,
        (192, 0) => address[2] is 0 or 2,
        (192, 88) => address[2] is 99,
        (198, 18 or 19) => true,
        (198, 51) => address[2] is 100,
        (203, 0) => address[2] is 113,
        _ => false,
    };

    /// <summary>The first bits of IPv6 addresses; <see cref="IPNetwork"/> may see an IPv4 address in one, and compare that.</summary>
    private sealed class Prefix(string address, int length)
    {
        private readonly byte[] _bits = IPAddress.Parse(address).GetAddressBytes();

        internal bool Begins(ReadOnlySpan<byte> other)
        {
            var (whole, rest) = Math.DivRem(length, 8);
            return other[..whole].SequenceEqual(_bits.AsSpan(0, whole))
                && (rest == 0 || (other[whole] ^ _bits[whole]) >> (8 - rest) == 0);
        }
    }
}
