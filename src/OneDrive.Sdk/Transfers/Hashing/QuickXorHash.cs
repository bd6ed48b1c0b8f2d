using System.Buffers.Binary;
using OneDrive.Sdk.Transfers.Hashing;

namespace OneDrive.Sdk;

/// <summary>
/// Computes QuickXorHash, the content hash of OneDrive and SharePoint, incrementally. Not thread-safe. See
/// <see href="https://learn.microsoft.com/onedrive/developer/code-snippets/quickxorhash"/>.
/// </summary>
public sealed class QuickXorHash
{
    /// <summary>The length of a hash in bytes.</summary>
    /// <value>20.</value>
    public const int HashSizeInBytes = 20;

    private readonly byte[] _state = new byte[QuickXorColumns.StateSize];
    private ulong _length;

    /// <summary>Computes the hash of data.</summary>
    /// <param name="source">The data.</param>
    /// <returns>The hash, 20 bytes; the service encodes it in base64.</returns>
    public static byte[] HashData(ReadOnlySpan<byte> source)
    {
        var hash = new byte[HashSizeInBytes];
        HashData(source, hash);
        return hash;
    }

    /// <summary>Computes the hash of data, without allocations.</summary>
    /// <param name="source">The data.</param>
    /// <param name="destination">The buffer for the hash; at least 20 bytes.</param>
    /// <returns>20, the number of bytes written.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static int HashData(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        if (destination.Length < HashSizeInBytes)
            throw new ArgumentException($"The destination is too short: a hash has {HashSizeInBytes} bytes.", nameof(destination));

        Span<byte> state = stackalloc byte[QuickXorColumns.StateSize];
        state.Clear();
        QuickXorColumns.Append(state, 0, source);
        WriteHash(state, (ulong)source.Length, destination[..HashSizeInBytes]);
        return HashSizeInBytes;
    }

    /// <summary>Appends data to the hash.</summary>
    /// <param name="source">The data that follows what was appended before.</param>
    public void Append(ReadOnlySpan<byte> source)
    {
        QuickXorColumns.Append(_state, (int)(_length % QuickXorColumns.Period), source);
        _length += (ulong)source.Length;
    }

    /// <summary>Gets the hash of the appended data without resetting it.</summary>
    /// <returns>The hash, 20 bytes.</returns>
    public byte[] GetCurrentHash()
    {
        var hash = new byte[HashSizeInBytes];
        WriteHash(_state, _length, hash);
        return hash;
    }

    /// <summary>Writes the hash of the appended data and resets it.</summary>
    /// <param name="destination">The buffer for the hash; at least 20 bytes.</param>
    /// <param name="bytesWritten">20, or 0 when the destination is too short.</param>
    /// <returns><see langword="false"/>, without a change, if the destination is too short.</returns>
    public bool TryGetHashAndReset(Span<byte> destination, out int bytesWritten)
    {
        if (destination.Length < HashSizeInBytes)
        {
            bytesWritten = 0;
            return false;
        }

        WriteHash(_state, _length, destination[..HashSizeInBytes]);
        Reset();
        bytesWritten = HashSizeInBytes;
        return true;
    }

    /// <summary>Resets the hash.</summary>
    public void Reset()
    {
        _state.AsSpan().Clear();
        _length = 0;
    }

    private static void WriteHash(ReadOnlySpan<byte> state, ulong length, Span<byte> destination)
    {
        QuickXorColumns.WriteHash(state, destination);
        var tail = destination[^sizeof(ulong)..];
        BinaryPrimitives.WriteUInt64LittleEndian(tail, BinaryPrimitives.ReadUInt64LittleEndian(tail) ^ length);
    }
}
