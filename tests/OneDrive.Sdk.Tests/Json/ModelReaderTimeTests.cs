using OneDrive.Sdk.Models;
using OneDrive.Sdk.Tests.Support.Json;

namespace OneDrive.Sdk.Tests.Json;

public class ModelReaderTimeTests
{
    [Theory]
    [InlineData("2024-02-29T23:59:59Z", 0)]
    [InlineData("2024-02-29T23:59:59.1Z", 1000000)]
    [InlineData("2024-02-29T23:59:59.12Z", 1200000)]
    [InlineData("2024-02-29T23:59:59.123Z", 1230000)]
    [InlineData("2024-02-29T23:59:59.1234Z", 1234000)]
    [InlineData("2024-02-29T23:59:59.12345Z", 1234500)]
    [InlineData("2024-02-29T23:59:59.123456Z", 1234560)]
    [InlineData("2024-02-29T23:59:59.1234567Z", 1234567)]
    [InlineData("2024-02-29T23:59:59.1234567+00:00", 1234567)]
    [InlineData("2024-03-01T01:59:59.5+02:00", 5000000)]
    [InlineData("2024-02-29T23:59:59", 0)]
    public void Read_WithAnyNumberOfDigits_KeepsTheInstant(string text, long ticks) =>
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.Zero).AddTicks(ticks), Read($"\"{text}\""));

    [Fact]
    public void Read_OfADateWithoutATime_IsMidnightInUtc() =>
        Assert.Equal(new DateTimeOffset(2017, 1, 1, 0, 0, 0, TimeSpan.Zero), Read("\"2017-01-01\""));

    [Theory]
    [InlineData("\"0001-01-01T00:00:00Z\"")]
    [InlineData("\"0001-01-01T00:00:00-08:00\"")]
    [InlineData("\"0001-01-01T00:00:00+08:00\"")]
    [InlineData("\"0001-01-01\"")]
    [InlineData("\"\"")]
    [InlineData("\"soon\"")]
    [InlineData("\"2024-02-30T00:00:00Z\"")]
    [InlineData("17")]
    [InlineData("{\"a\":[1]}")]
    [InlineData("null")]
    public void Read_OfNoTime_IsNullAndLeavesTheRestReadable(string value) => Assert.Null(Read(value));

    [Theory]
    [InlineData("2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z")]
    [InlineData("2024-02-29T23:59:59.1234567Z", "2024-02-29T23:59:59.1234567Z")]
    [InlineData("2024-02-29T23:59:59.500Z", "2024-02-29T23:59:59.5Z")]
    [InlineData("2024-03-01T01:59:59+02:00", "2024-02-29T23:59:59Z")]
    public void Write_IsUtcAndShort(string text, string expected) => Assert.Equal(expected, WireDate.Format(WireDate.Parse(text)));

    private static DateTimeOffset? Read(string value)
    {
        var item = ModelText.Read<DriveItem>("{\"createdDateTime\":" + value + ",\"name\":\"rest\"}");
        Assert.Equal("rest", item.Name);
        return item.CreatedDateTime;
    }
}
