namespace OneDrive.Sdk.Transfers;

/// <summary>Keeps the last bytes of what goes by.</summary>
internal sealed class TailBuffer(int size)
{
    private readonly byte[] _bytes = new byte[size];
    private int _count;

    internal void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= size)
        {
            bytes[^size..].CopyTo(_bytes);
            _count = size;
            return;
        }

        var kept = Math.Min(_count, size - bytes.Length);
        _bytes.AsSpan(_count - kept, kept).CopyTo(_bytes);
        bytes.CopyTo(_bytes.AsSpan(kept));
        _count = kept + bytes.Length;
    }

    internal void Clear() => _count = 0;

    internal byte[] ToArray() => _bytes[.._count];
}
