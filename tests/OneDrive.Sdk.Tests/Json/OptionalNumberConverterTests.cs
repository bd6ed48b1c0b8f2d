using System.Buffers;
using System.Text;
using System.Text.Json;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Tests.Json;

public class OptionalNumberConverterTests
{
    [Theory]
    [InlineData("0", 0L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-1", -1L)]
    [InlineData("\"9007199254740993\"", 9007199254740993L)]
    [InlineData("12.0", 12L)]
    [InlineData("1E3", 1000L)]
    [InlineData("12.5", null)]
    [InlineData("9223372036854775808", null)]
    [InlineData("\"many\"", null)]
    [InlineData("true", null)]
    [InlineData("[1,{\"a\":2}]", null)]
    [InlineData("null", null)]
    public void Read_OfASize_TakesWhatIsAWholeNumber(string value, long? expected) =>
        Assert.Equal(expected, Item("\"size\":" + value).Size);

    [Theory]
    [InlineData("96", 96)]
    [InlineData("2147483648", null)]
    [InlineData("\"96\"", 96)]
    public void Read_OfAWidth_TakesWhatFits(string value, int? expected) =>
        Assert.Equal(expected, Item("\"image\":{\"width\":" + value + "}").Image!.Width);

    [Theory]
    [InlineData("29.97", 29.97)]
    [InlineData("30", 30.0)]
    [InlineData("\"29.97\"", 29.97)]
    [InlineData("\"NaN\"", double.NaN)]
    [InlineData("\"INF\"", double.PositiveInfinity)]
    [InlineData("\"-INF\"", double.NegativeInfinity)]
    public void Read_OfARate_TakesFractionsAndTheNamesOfOData(string value, double expected) =>
        Assert.Equal(expected, Item("\"video\":{\"frameRate\":" + value + "}").Video!.FrameRate);

    [Theory]
    [InlineData(29.97, "29.97")]
    [InlineData(1e300, "1E+300")]
    [InlineData(double.NaN, "\"NaN\"")]
    [InlineData(double.PositiveInfinity, "\"INF\"")]
    [InlineData(double.NegativeInfinity, "\"-INF\"")]
    public void Write_OfARate_IsWhatReadTakes(double value, string expected)
    {
        var json = JsonSerializer.Serialize(new() { FrameRate = value }, ModelJson.TypeInfo<VideoFacet>());

        Assert.Equal("{\"frameRate\":" + expected + "}", json);
        Assert.Equal(value, JsonSerializer.Deserialize(json, ModelJson.TypeInfo<VideoFacet>())!.FrameRate);
    }

    [Fact]
    public void Read_OfANumberTornBetweenBuffers_JoinsIt()
    {
        var first = new Segment("{\"size\":536870"u8.ToArray(), 0);
        var last = new Segment("9120}"u8.ToArray(), first.Memory.Length);
        first.Append(last);
        var reader = new Utf8JsonReader(new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length));

        Assert.Equal(5368709120, JsonSerializer.Deserialize(ref reader, OneDriveJsonContext.Default.DriveItem)!.Size);
    }

    private static DriveItem Item(string member)
    {
        var item = JsonSerializer.Deserialize(
            Encoding.UTF8.GetBytes("{" + member + ",\"name\":\"rest\"}"), OneDriveJsonContext.Default.DriveItem)!;
        Assert.Equal("rest", item.Name);
        return item;
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes, long runningIndex)
        {
            Memory = bytes;
            RunningIndex = runningIndex;
        }

        public void Append(Segment next) => Next = next;
    }
}
