using OneDrive.Sdk.Models;
using OneDrive.Sdk.Tests.Support.Json;

namespace OneDrive.Sdk.Tests.Json;

public class ModelReaderNumberTests
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
        var json = ModelText.Write(new VideoFacet { FrameRate = value });

        Assert.Equal("{\"frameRate\":" + expected + "}", json);
        Assert.Equal(value, ModelText.Read<VideoFacet>(json).FrameRate);
    }

    private static DriveItem Item(string member)
    {
        var item = ModelText.Read<DriveItem>("{" + member + ",\"name\":\"rest\"}");
        Assert.Equal("rest", item.Name);
        return item;
    }
}
