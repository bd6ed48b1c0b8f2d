using OneDrive.Sdk.Paging;

namespace OneDrive.Sdk.Tests.Paging;

public sealed class LinkLoopTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 5)]
    [InlineData(2, 3)]
    [InlineData(7, 11)]
    [InlineData(100, 1)]
    public void Closes_InACircle_IsTrueBeforeLong(int length, int before)
    {
        var loop = new LinkLoop(null);
        var steps = 0;
        while (!loop.Closes($"link {(steps < before ? -1 - steps : (steps - before) % length)}"))
        {
            steps++;
            Assert.True(steps < before + (4 * (length + before + 1)), $"{steps} steps");
        }
    }

    [Fact]
    public void Closes_OnTheWay_IsFalse()
    {
        var loop = new LinkLoop("start");

        Assert.All(Enumerable.Range(0, 10_000), step => Assert.False(loop.Closes($"link {step}")));
    }

    [Fact]
    public void Closes_BackAtTheStart_IsTrue() => Assert.True(new LinkLoop("start").Closes("start"));
}
