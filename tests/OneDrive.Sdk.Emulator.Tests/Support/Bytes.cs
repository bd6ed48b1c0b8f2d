namespace OneDrive.Sdk.Emulator.Tests.Support;

/// <summary>Content that is the same in each run and never repeats visibly.</summary>
internal static class Bytes
{
    public const int FragmentUnit = 320 * 1024;

    public static byte[] Of(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
