namespace OneDrive.Sdk.FieldTests.Support;

/// <summary>Bytes that differ at every place, and their hash as the service writes it.</summary>
internal static class FieldData
{
    /// <summary>Bytes from a seed: equal for equal seeds, different at nearly every place for others.</summary>
    internal static byte[] Bytes(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    internal static string QuickXor(ReadOnlySpan<byte> content) => Convert.ToBase64String(QuickXorHash.HashData(content));
}
