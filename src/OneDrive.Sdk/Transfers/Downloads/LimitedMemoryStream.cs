namespace OneDrive.Sdk.Transfers;

/// <summary>Takes bytes into memory, and rejects more than allowed.</summary>
internal sealed class LimitedMemoryStream(int limit) : MemoryStream
{
    /// <exception cref="ContentTooLargeException">The bytes would go beyond the limit.</exception>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Require(Position + buffer.Length, limit);
        return base.WriteAsync(buffer, cancellationToken);
    }

    /// <summary>Rejects content that is known to be too long.</summary>
    internal static void Require(long length, int limit)
    {
        if (length > limit)
        {
            throw new ContentTooLargeException(
                $"The file has at least {length} bytes, but {nameof(ReadAsStringOptions)}.{nameof(ReadAsStringOptions.MaxBytes)} "
                + $"allows {limit}.");
        }
    }
}
