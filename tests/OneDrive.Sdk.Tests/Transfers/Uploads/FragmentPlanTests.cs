using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

public sealed class FragmentPlanTests
{
    private const int Unit = OneDriveTransferOptions.FragmentAlignment;

    [Theory]
    [InlineData(1)]
    [InlineData(Unit)]
    [InlineData((2 * Unit) - 1)]
    [InlineData(2 * Unit)]
    [InlineData((2 * Unit) + 1)]
    [InlineData((100L * Unit) + 17)]
    public void Next_CoversEveryByteOnceInAlignedFragments(long length)
    {
        var plan = new FragmentPlan(length, 2 * Unit);
        long position = 0;
        while (position < length)
        {
            var fragment = plan.Next(new ByteRange(position, length));
            Assert.Equal(position, fragment.Start);
            Assert.True(fragment.Length > 0);
            if (fragment.End < length)
                Assert.Equal(0, fragment.Length % Unit);
            position = fragment.End;
        }

        Assert.Equal(length, position);
    }

    [Fact]
    public void Next_StartsWhereTheServiceSays_EvenBetweenUnits() =>
        Assert.Equal(new ByteRange(26, 26 + Unit), new FragmentPlan(10 * Unit, Unit).Next(new ByteRange(26, 10 * Unit)));

    [Fact]
    public void Next_WhenTheRangeEndsBeforeTheContent_SendsWholeUnitsWithinItOrOne()
    {
        var plan = new FragmentPlan(10 * Unit, 4 * Unit);

        Assert.Equal(new ByteRange(100, 100 + Unit), plan.Next(new ByteRange(100, 200)));
        Assert.Equal(new ByteRange(100, 100 + (2 * Unit)), plan.Next(new ByteRange(100, 100 + (2 * Unit) + 5)));
        Assert.Equal(new ByteRange(9 * Unit, 10 * Unit), plan.Next(new ByteRange(9 * Unit, (9 * Unit) + 5)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-Unit)]
    [InlineData(Unit - 1)]
    [InlineData(Unit + 1)]
    [InlineData(10_000_000)]
    [InlineData(192 * Unit)]
    public void Constructor_WhenTheFragmentSizeBreaksTheRules_Throws(int fragmentSize) =>
        Assert.Equal("fragmentSize", Assert.Throws<ArgumentOutOfRangeException>(() => new FragmentPlan(1, fragmentSize)).ParamName);

    [Theory]
    [InlineData(Unit)]
    [InlineData(32 * Unit)]
    [InlineData(191 * Unit)]
    public void Constructor_TakesEveryMultipleBelow60MiB(int fragmentSize) => Assert.Equal(5, new FragmentPlan(5, fragmentSize).Length);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(FragmentPlan.MaximumLength + 1)]
    public void Constructor_WhenTheLengthCannotBeASession_Throws(long length) =>
        Assert.Equal("length", Assert.Throws<ArgumentOutOfRangeException>(() => new FragmentPlan(length, Unit)).ParamName);
}
