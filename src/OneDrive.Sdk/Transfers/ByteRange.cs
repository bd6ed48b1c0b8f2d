using System.Globalization;
using System.Runtime.InteropServices;

namespace OneDrive.Sdk.Transfers;

/// <summary>Bytes of a file from <see cref="Start"/> up to, but not including, <see cref="End"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ByteRange(long Start, long End)
{
    internal long Length => End - Start;

    /// <summary>The value of a Content-Range header: <c>bytes 0-25/128</c>.</summary>
    internal string ToContentRange(long totalLength) =>
        string.Create(CultureInfo.InvariantCulture, $"bytes {Start}-{End - 1}/{totalLength}");
}
