using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

public sealed class RangeQueueTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(3, 10)]
    [InlineData(9, 10)]
    [InlineData(0, 12)]
    public async Task TakeAsync_CoversEveryByteOnce(long start, long end)
    {
        using var queue = new RangeQueue(start, end, rangeSize: 4, window: 100);
        var position = start;

        while (await queue.TakeAsync(default) is { } range)
        {
            Assert.Equal(position, range.Start);
            Assert.InRange(range.Length, 1, 4);
            position = range.End;
        }

        Assert.Equal(end, position);
    }

    [Fact]
    public async Task TakeAsync_WaitsUntilTheGapBeforeIsClosed()
    {
        using var queue = new RangeQueue(0, 100, rangeSize: 10, window: 2);
        await queue.TakeAsync(default);
        await queue.TakeAsync(default);

        var third = queue.TakeAsync(default).AsTask();
        Assert.False(third.IsCompleted);
        queue.Settle(0);
        Assert.False(third.IsCompleted);
        queue.Settle(1);

        Assert.Equal(new ByteRange(20, 30), await third);
    }
}
