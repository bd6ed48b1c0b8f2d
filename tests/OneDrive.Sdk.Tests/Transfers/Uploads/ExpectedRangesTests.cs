using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

public sealed class ExpectedRangesTests
{
    [Theory]
    [InlineData("26-", 26, 1000)]
    [InlineData("0-", 0, 1000)]
    [InlineData("100-199", 100, 200)]
    [InlineData("100-5000", 100, 1000)]
    [InlineData("700-,100-199,300-", 100, 200)]
    [InlineData("1000-,5-9", 5, 10)]
    public void TryReadFirst_TakesTheLowestMissingBytes(string ranges, long start, long end)
    {
        Assert.True(ExpectedRanges.TryReadFirst(ranges.Split(','), 1000, out var first));
        Assert.Equal(new ByteRange(start, end), first);
    }

    [Fact]
    public void TryReadFirst_WhenNoneIsLeft_SaysThatNothingIsMissing()
    {
        Assert.True(ExpectedRanges.TryReadFirst([], 1000, out var none));
        Assert.Null(none);
        Assert.True(ExpectedRanges.TryReadFirst(["1000-"], 1000, out var atEnd));
        Assert.Null(atEnd);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("-5")]
    [InlineData("5")]
    [InlineData("x-")]
    [InlineData("5-x")]
    [InlineData("9-5")]
    [InlineData("1001-")]
    [InlineData("+5-")]
    [InlineData(" 5-")]
    [InlineData("5-9223372036854775807")]
    [InlineData("99999999999999999999-")]
    [InlineData("5-,nonsense")]
    public void TryReadFirst_WhenARangeIsMalformed_RefusesTheAnswer(string ranges) =>
        Assert.False(ExpectedRanges.TryReadFirst(ranges.Split(','), 1000, out _));

    [Fact]
    public void TryReadFirst_WhenTheAnswerHasNoRanges_RefusesIt()
    {
        Assert.False(ExpectedRanges.TryReadFirst(null, 1000, out _));
        Assert.False(ExpectedRanges.TryReadFirst([null], 1000, out _));
    }
}
