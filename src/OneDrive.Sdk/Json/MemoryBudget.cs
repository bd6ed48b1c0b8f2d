using System.Globalization;
using System.Text.Json;

namespace OneDrive.Sdk.Json;

/// <summary>
/// How much memory the models of one answer may take. Answers of the service take about as much as they have bytes; a text made of
/// <c>{},{},{}</c> would take 200 times as much.
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
