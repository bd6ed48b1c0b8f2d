using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.Tests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>Bugs that other clients have, or had, with uploads; ours has none of them.</summary>
public sealed class PeerBugsUploadTests : IDisposable
{
    private const int Unit = TransferScenario.Unit;
    private const int Length = (5 * Unit) + 77;

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A416_IsAnsweredByAskingTheSession()
    {
        await using var scenario = await StartAsync();
        scenario.Emulator.Faults.Add(Fault.Status(416).On(EmulatorOperation.UploadFragment).After(2));

        await scenario.UploadAsync(Length);

        scenario.AssertUploaded(Length);
        Assert.Single(scenario.Emulator.Traffic.Of(EmulatorOperation.UploadStatus));
        Assert.Single(scenario.Emulator.Traffic.Of(EmulatorOperation.CreateUploadSession));
    }

    [Fact]
    public async Task A416WithoutEnd_EndsTheUploadAndNotTheDay()
    {
        await using var scenario = await StartAsync();
        scenario.Emulator.Faults.Add(Fault.Status(416).On(EmulatorOperation.UploadFragment).After(2).Always());
        var progress = new List<long>();

        var failure = await Assert.ThrowsAsync<OneDriveApiException>(
            () => scenario.UploadAsync(Length, new UploadOptions { Progress = new Noted(progress) }));

        Assert.Equal(416, (int)failure.StatusCode);
        Assert.Equal(2 + 6, scenario.Emulator.Traffic.Of(EmulatorOperation.UploadFragment).Count);
        Assert.Equal([0, Unit, 2 * Unit], progress);
        Assert.DoesNotContain(scenario.Drive.ListItems(), item => !item.IsFolder);
    }

    [Fact]
    public async Task WhatTheServiceHas_IsNotSentAgainAfterALostAnswer()
    {
        await using var scenario = await StartAsync();
        scenario.Emulator.Faults.Add(Fault.LoseAcknowledgement().On(EmulatorOperation.UploadFragment).After(2));

        await scenario.UploadAsync(Length);

        var ranges = scenario.Emulator.Traffic.Of(EmulatorOperation.UploadFragment)
            .Select(entry => entry.RequestHeaders["Content-Range"]).ToList();
        Assert.Equal(6, ranges.Count);
        Assert.Equal(6, ranges.Distinct(StringComparer.Ordinal).Count());
        scenario.AssertUploaded(Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ARepeatedFragment_HasTheBytesOfTheFirst(bool isSeekable)
    {
        await using var scenario = await StartAsync();
        scenario.Emulator.Faults
            .Add(Fault.DropConnectionAfterRequestBytes(1000).On(EmulatorOperation.UploadFragment).After(1))
            .Add(Fault.Throttle(TimeSpan.FromMilliseconds(20), RetryAfterForm.DecimalSeconds).On(EmulatorOperation.UploadFragment).After(3))
            .Add(Fault.Status(500).On(EmulatorOperation.UploadFragment).After(5));

        var result = await scenario.Client.Content.UploadAsync(
            TransferScenario.File,
            new GeneratedStream(Length) { IsSeekable = isSeekable, LongestRead = 999 },
            new UploadOptions { ContentLength = Length });

        scenario.AssertUploaded(Length);
        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Empty(scenario.Emulator.Faults.ToList());
    }

    [Theory]
    [InlineData(RetryAfterForm.Seconds)]
    [InlineData(RetryAfterForm.DecimalSeconds)]
    [InlineData(RetryAfterForm.HttpDate)]
    public async Task RetryAfterInAnyForm_NeitherThrowsNorIsIgnored(RetryAfterForm form)
    {
        await using var scenario = await StartAsync(options => options.Retry.MaxRetryAfter = TimeSpan.FromMilliseconds(10));
        scenario.Emulator.Faults.Add(Fault.Throttle(TimeSpan.FromSeconds(30), form).On(EmulatorOperation.UploadFragment).After(1));

        var failure = await Assert.ThrowsAsync<ThrottledException>(() => scenario.UploadAsync(Length));

        Assert.InRange(failure.RetryAfter!.Value.TotalSeconds, 28, 31);
        Assert.NotEmpty(failure.RequestId!);
        Assert.Equal(2, scenario.Emulator.Traffic.Of(EmulatorOperation.UploadFragment).Count);
    }

    [Theory]
    [InlineData(327_679)]
    [InlineData(5 * 1024 * 1024 + 1)]
    [InlineData(60 * 1024 * 1024)]
    public async Task AFragmentSizeThatTheServiceRefuses_IsRefusedAtTheStart(int fragmentSize)
    {
        await using var scenario = await StartAsync();

        Assert.ThrowsAny<Exception>(() => scenario.NewClient(options => options.Transfers.FragmentSize = fragmentSize).Dispose());
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(0, false)]
    [InlineData(Length, false)]
    public async Task EmptyContentAndForwardOnlyStreams_AreTaken(int length, bool isSeekable)
    {
        await using var scenario = await StartAsync();
        var progress = new List<long>();

        await scenario.Client.Content.UploadAsync(
            TransferScenario.File,
            new GeneratedStream(length) { IsSeekable = isSeekable },
            new UploadOptions { ContentLength = length, Progress = new Noted(progress) });

        Assert.Equal(length, Assert.Single(scenario.Drive.ListItems(), item => !item.IsFolder).Size);
        Assert.Equal(length, progress[^1]);
    }

    [Fact]
    public async Task AnUploadIsCancelledAtTheService_WhateverOurClockSays()
    {
        await using var scenario = await StartAsync();
        await BreakOffAsync(scenario);
        using var late = scenario.NewClient(options =>
        {
            options.UploadSessionStore = new FileUploadSessionStore(_directory["store"]);
            options.TimeProvider = new ManualTimeProvider(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        });

        Assert.True(await late.Content.CancelUploadAsync("key"));

        Assert.Equal(204, Assert.Single(scenario.Emulator.Traffic.Of(EmulatorOperation.UploadCancel)).StatusCode);
    }

    [Theory]
    [InlineData(400, 2)]
    [InlineData(413, 1)]
    public async Task ARefusedFragment_IsAFailureAndNotAGap(int status, int refusals)
    {
        await using var scenario = await StartAsync();
        scenario.Emulator.Faults.Add(Fault.Status(status).On(EmulatorOperation.UploadFragment).After(2).Times(refusals));

        var failure = await Assert.ThrowsAsync<OneDriveApiException>(() => scenario.UploadAsync(Length));

        Assert.Equal(status, (int)failure.StatusCode);
        Assert.Equal(2 + refusals, scenario.Emulator.Traffic.Of(EmulatorOperation.UploadFragment).Count);
        Assert.Single(scenario.Emulator.Traffic.Of(EmulatorOperation.UploadCancel));
    }

    [Theory]
    [InlineData(1000, EmulatorOperation.PutContent)]
    [InlineData(Length, EmulatorOperation.UploadFragment)]
    public async Task AReplacementThatFails_LeavesTheOldFileAsItWas(int length, EmulatorOperation operation)
    {
        await using var scenario = await StartAsync();
        scenario.Drive.WithFile("Backups/nightly run.bin", [1, 2, 3]);
        var before = scenario.Drive.FindItem("Backups/nightly run.bin")!.ETag;
        scenario.Emulator.Faults.Add(Fault.Status(507).On(operation).After(length == Length ? 3 : 0));

        await Assert.ThrowsAsync<QuotaExceededException>(
            () => scenario.UploadAsync(length, new UploadOptions { Conflict = ConflictBehavior.Replace }));

        Assert.Equal([1, 2, 3], await scenario.Drive.ReadContentAsync("Backups/nightly run.bin"));
        Assert.Equal(before, scenario.Drive.FindItem("Backups/nightly run.bin")!.ETag);
        Assert.Empty(scenario.Emulator.Traffic.Of(EmulatorOperation.DeleteItem));
    }

    [Fact]
    public async Task AnUploadThatDies_LeavesNoFileThatLooksReal()
    {
        await using var scenario = await StartAsync();

        await BreakOffAsync(scenario);

        Assert.DoesNotContain(scenario.Drive.ListItems(), item => !item.IsFolder);
    }

    [Fact]
    public async Task TheUploadAddress_IsInNoLogAndNoException()
    {
        using var log = new RecordingLoggerFactory();
        await using var scenario = await StartAsync(options => options.LoggerFactory = log);
        scenario.Emulator.Faults
            .Add(Fault.LoseAcknowledgement().On(EmulatorOperation.UploadFragment).After(1))
            .Add(Fault.ExpireSession().On(EmulatorOperation.UploadFragment).After(3))
            .Add(Fault.DropConnection().On(EmulatorOperation.UploadFragment).After(5).Always());

        var failure = await Assert.ThrowsAnyAsync<OneDriveException>(() => scenario.UploadAsync(Length));

        Assert.NotEmpty(log.Entries);
        Assert.All(log.Entries, entry => Assert.DoesNotContain("tempauth", entry.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("tempauth", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheToken_GoesToTheServiceAndNowhereElse()
    {
        await using var scenario = await StartAsync();
        await BreakOffAsync(scenario);
        using var next = NewClient(scenario);
        scenario.Emulator.Faults.Add(Fault.LoseAcknowledgement().On(EmulatorOperation.UploadFragment).After(1));

        var result = await next.Content.UploadAsync(
            TransferScenario.File, new GeneratedStream(Length), new UploadOptions { ResumeKey = "key" });

        Assert.Equal(2 * Unit, result.ResumedFrom);
        Assert.Equal(2, scenario.Emulator.Traffic.Of(EmulatorOperation.UploadStatus).Count);
        scenario.AssertUploaded(Length);
    }

    [Fact]
    public async Task AConditionOnTheOldFile_HoldsForSmallAndLargeContent()
    {
        await using var scenario = await StartAsync();
        scenario.Drive.WithFile("Backups/nightly run.bin", [1, 2, 3]);
        var options = new UploadOptions { Conflict = ConflictBehavior.Replace, IfMatch = "\"{stale},1\"" };

        await Assert.ThrowsAsync<PreconditionFailedException>(() => scenario.UploadAsync(1000, options));
        await Assert.ThrowsAsync<PreconditionFailedException>(() => scenario.UploadAsync(Length, options));

        Assert.Equal([1, 2, 3], await scenario.Drive.ReadContentAsync("Backups/nightly run.bin"));
    }

    private async Task BreakOffAsync(Scenario scenario)
    {
        using var client = NewClient(scenario);
        scenario.Emulator.Faults.Add(Fault.Status(507).On(EmulatorOperation.UploadFragment).After(2));
        await Assert.ThrowsAsync<QuotaExceededException>(() => client.Content.UploadAsync(
            TransferScenario.File, new GeneratedStream(Length), new UploadOptions { ResumeKey = "key" }));
    }

    private OneDriveClient NewClient(Scenario scenario) => scenario.NewClient(options =>
    {
        Small(options);
        options.UploadSessionStore = new FileUploadSessionStore(_directory["store"]);
    });

    private static void Small(OneDriveOptions options)
    {
        options.Transfers.FragmentSize = Unit;
        options.Transfers.SingleRequestLimit = 1000;
        options.Retry.AttemptTimeout = TimeSpan.FromSeconds(5);
    }

    private static Task<Scenario> StartAsync(Action<OneDriveOptions>? configure = null) => Scenario.StartAsync(client: options =>
    {
        Small(options);
        configure?.Invoke(options);
    });

    private sealed class Noted(List<long> reports) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value) => reports.Add(value.BytesTransferred);
    }
}
