using System.Globalization;
using System.Text.Json;

namespace OneDrive.Sdk.Json;

/// <summary>
/// The memory limit of the models of one response. Valid responses use about as much memory as they have bytes; a text of <c>{},{},{}</c>
/// would use 200 times as much.
/// </summary>
internal static class MemoryBudget
{
    private const long Base = 64 * 1024 * 1024;
    private const int PerByte = 4;

    internal static long Of(int length) => Base + ((long)length * PerByte);

    internal static JsonException Exceeded(int length) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"The response of {length} bytes would use more than {Of(length)} bytes of memory, which is more than any valid response. Request "
        + $"smaller pages."));
}
