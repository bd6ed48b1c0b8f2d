using System.Runtime.InteropServices;

namespace OneDrive.Sdk.Transfers;

/// <summary>Bytes of a file from <see cref="Start"/> up to, but not including, <see cref="End"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ByteRange(long Start, long End)
{
    internal long Length => End - Start;
}
