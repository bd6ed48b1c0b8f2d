using System.Net;
using OneDrive.Sdk.Tests.Transfers.Support;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>What is allocated is counted for the whole process, so nothing else may run beside this.</summary>
[Collection(nameof(FragmentAllocationTests))]
[CollectionDefinition(nameof(FragmentAllocationTests), DisableParallelization = true)]
public sealed class FragmentAllocationTests
{
    private const int Fragment = 16 * OneDriveTransferOptions.FragmentAlignment;
    private const int Repetitions = 40;
    private const int MostOfOne = 8 * 1024;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AFragmentThatIsSentAgain_TakesNoBufferOfItsOwn(bool isSeekable)
    {
        var settings = TransferSettings.From(new OneDriveTransferOptions { FragmentSize = Fragment });
        await using var source = await UploadSource.OpenAsync(
            new GeneratedStream(2 * Fragment) { IsSeekable = isSeekable }, 2 * Fragment, settings, TimeProvider.System, default);
        await SendAsync(source, 3);

        // What other tests left running allocates as well; it does not run in all of the measurements.
        var least = long.MaxValue;
        for (var measurement = 0; measurement < 5; measurement++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await SendAsync(source, Repetitions);
            least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - before) / Repetitions);
        }

        Assert.InRange(least, 1, MostOfOne);
    }

    private static async Task SendAsync(UploadSource source, int times)
    {
        for (var time = 0; time < times; time++)
        {
            var feed = await source.BeginAsync(new ByteRange(0, Fragment), new ByteRange(Fragment, 2 * Fragment), default);
            await new FragmentContent(feed).CopyToAsync(Stream.Null, default(TransportContext));
            feed.Close();
        }
    }
}
