using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>Memory is measured for the whole process, so nothing else may run beside this.</summary>
[Collection(nameof(UploadMemoryTests))]
public sealed class DownloadMemoryTests
{
    private const int Length = 160 << 20;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task DownloadFileAsync_OfALargeFile_KeepsNothingOfItInMemory(int ranges)
    {
        await using var scenario = await Scenario.StartAsync(client: options => options.Transfers.ParallelRanges = ranges);
        scenario.Drive.WithFile("/large.bin", new byte[Length]);
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "large.bin");
            var progress = new PeakHeap();

            await scenario.Client.Content.DownloadFileAsync(
                DriveAddress.Me.Path("/large.bin"), path, new DownloadOptions { Progress = progress });

            Assert.Equal(Length, new FileInfo(path).Length);
            Assert.True(progress.Samples > 4, "The heap was not looked at.");
            Assert.True(progress.Growth < 24_000_000, $"The heap grew by {progress.Growth:N0} bytes.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class PeakHeap : IProgress<TransferProgress>
    {
        private const long Distance = 16L << 20;

        private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
        private long _next;

        internal long Growth { get; private set; }

        internal int Samples { get; private set; }

        public void Report(TransferProgress value)
        {
            if (value.BytesTransferred < _next)
                return;
            _next = value.BytesTransferred + Distance;
            Samples++;
            Growth = Math.Max(Growth, GC.GetTotalMemory(forceFullCollection: true) - _before);
        }
    }
}
