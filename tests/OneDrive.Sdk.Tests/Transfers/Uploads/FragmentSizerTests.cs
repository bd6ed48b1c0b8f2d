using OneDrive.Sdk.Tests.Transfers.Support;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

public sealed class FragmentSizerTests
{
    private const int Unit = TransferFixture.Unit;

    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(2);

    [Fact]
    public void Failed_HalvesTheSizeInWholeUnitsDownToOne()
    {
        var sizer = new FragmentSizer(32 * Unit);
        var sizes = new List<int>();
        for (var failure = 0; failure < 7; failure++)
        {
            sizer.Failed();
            sizes.Add(sizer.Size / Unit);
            Assert.Equal(0, sizer.Size % Unit);
        }

        Assert.Equal([16, 8, 4, 2, 1, 1, 1], sizes);
    }

    [Fact]
    public void Passed_FourTimes_TakesOneStepBackUpAndNeverBeyondTheConfiguredSize()
    {
        var sizer = new FragmentSizer(10 * Unit);
        sizer.Failed();
        var sizes = new List<int>();
        for (var passed = 0; passed < 24; passed++)
        {
            sizer.Passed(sizer.Size, Usual);
            sizes.Add(sizer.Size / Unit);
        }

        Assert.Equal([5, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 9, 9, 9, 9, 10, 10, 10, 10, 10], sizes);
    }

    [Fact]
    public void Passed_AfterAnotherFailure_CountsAnew()
    {
        var sizer = new FragmentSizer(8 * Unit);
        sizer.Failed();
        for (var passed = 0; passed < 3; passed++)
            sizer.Passed(sizer.Size, Usual);
        sizer.Failed();
        sizer.Passed(sizer.Size, Usual);

        Assert.Equal(2 * Unit, sizer.Size);
    }

    [Fact]
    public void Passed_AfterMoreThanAMinute_HalvesTheSize()
    {
        var sizer = new FragmentSizer(8 * Unit);
        sizer.Passed(8 * Unit, TimeSpan.FromMinutes(1));
        Assert.Equal(8 * Unit, sizer.Size);

        sizer.Passed(8 * Unit, TimeSpan.FromSeconds(61));

        Assert.Equal(4 * Unit, sizer.Size);
    }

    [Fact]
    public void Passed_OfAShorterFragment_SaysNothing()
    {
        var sizer = new FragmentSizer(8 * Unit);
        sizer.Failed();
        for (var passed = 0; passed < 10; passed++)
            sizer.Passed(Unit, Usual);

        Assert.Equal(4 * Unit, sizer.Size);
    }

    [Fact]
    public async Task UploadAsync_WhenLongFragmentsMeet504_SendsShorterOnesAndGoesBackUp()
    {
        using var fixture = new TransferFixture(options => options.Transfers.FragmentSize = 8 * Unit);
        fixture.Service.Fail(FakeStep.Fragment, FakeFaults.Answer(504), times: 2);
        const long length = 19 * Unit;

        await fixture.UploadAsync(length);

        fixture.AssertUploaded(length);
        var sizes = fixture.Service.Of(FakeStep.Fragment).Select(exchange => exchange.Body.Length / Unit);
        Assert.Equal([8, 4, 2, 2, 2, 2, 3, 3, 3, 2], sizes);
    }
}
