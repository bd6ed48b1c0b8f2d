using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>Memory is measured for the whole process, so nothing else may run beside this.</summary>
[Collection(nameof(UploadMemoryTests))]
[CollectionDefinition(nameof(UploadMemoryTests), DisableParallelization = true)]
public sealed class UploadMemoryTests
{
    private const long Sample = 128L << 20;

    [Fact]
    public async Task UploadAsync_OfAGigabyte_TakesNoMoreMemoryThanASmallFile()
    {
        await using var scenario = await Scenario.StartAsync(emulator => emulator.DiscardContent = true);
        const long length = 1L << 30;
        await scenario.UploadAsync(30_000_000, new UploadOptions { Conflict = ConflictBehavior.Replace });
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var progress = new PeakMemory();

        var result = await scenario.UploadAsync(length, new UploadOptions { Conflict = ConflictBehavior.Replace, Progress = progress });

        Assert.Equal((length, ContentIntegrity.Verified), (result.Item.Size, result.Integrity));
        Assert.True(progress.Samples >= length / Sample, "The heap was not looked at.");
        Assert.True(progress.Peak - before < 40_000_000, $"The heap grew by {progress.Peak - before:N0} bytes.");
        scenario.AssertNoTokenOnAnonymousUrls();
    }

    private sealed class PeakMemory : IProgress<TransferProgress>
    {
        private long _next;

        internal long Peak { get; private set; }

        internal int Samples { get; private set; }

        public void Report(TransferProgress value)
        {
            if (value.BytesTransferred < _next)
                return;
            _next = value.BytesTransferred + Sample;
            Samples++;
            Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: true));
        }
    }
}
