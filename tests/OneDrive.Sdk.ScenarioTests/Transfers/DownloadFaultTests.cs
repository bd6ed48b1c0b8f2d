using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>Each fault that a download must survive, over real sockets.</summary>
public sealed class DownloadFaultTests
{
    private const int Length = 5_000_000;

    private static readonly byte[] Content = GeneratedStream.Bytes(0, Length);

    private static readonly Dictionary<string, Fault> Faults = new(StringComparer.Ordinal)
    {
        ["drop"] = Fault.DropConnection(),
        ["drop at the start"] = Fault.DropConnectionAfterResponseBytes(1),
        ["drop in the middle"] = Fault.DropConnectionAfterResponseBytes(2_500_000),
        ["drop at the end"] = Fault.DropConnectionAfterResponseBytes(Length - 1),
        ["drop again and again"] = Fault.DropConnectionAfterResponseBytes(600_000).Times(8),
        ["stall"] = Fault.Stall(),
        ["stall in the middle"] = Fault.StallAfterResponseBytes(2_500_000),
        ["401"] = Fault.Status(401),
        ["403"] = Fault.Status(403),
        ["404"] = Fault.Status(404),
        ["416"] = Fault.Status(416),
        ["423"] = Fault.Status(423),
        ["cut short with a length that agrees"] = Fault.TruncateBody(1000),
        ["cut to nothing"] = Fault.TruncateBody(0),
        ["not the file at all"] = Fault.MalformedJson(),
        ["429"] = Fault.Throttle(TimeSpan.FromMilliseconds(20), RetryAfterForm.DecimalSeconds),
        ["500"] = Fault.Status(500),
        ["503"] = Fault.Status(503, retryAfter: TimeSpan.FromMilliseconds(20), form: RetryAfterForm.DecimalSeconds),
        ["504"] = Fault.Status(504),
        ["lost answer"] = Fault.LoseAcknowledgement(),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task DownloadAsync_SurvivesAFaultOfTheBytes(string fault)
    {
        await using var scenario = await StartAsync();
        scenario.Emulator.Faults.Add(Faults[fault].On(EmulatorOperation.Download));

        await AssertDownloadsAsync(scenario);
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("stall")]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("lost answer")]
    [InlineData("423")]
    [InlineData("not the file at all")]
    public async Task DownloadAsync_SurvivesAFaultOfTheRedirect(string fault)
    {
        await using var scenario = await StartAsync();
        scenario.Emulator.Faults.Add(Faults[fault].On(EmulatorOperation.GetContent));

        await AssertDownloadsAsync(scenario);
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("stall")]
    [InlineData("423")]
    [InlineData("429")]
    [InlineData("503")]
    [InlineData("not the file at all")]
    public async Task DownloadAsync_SurvivesAFaultOfTheDescription(string fault)
    {
        await using var scenario = await StartAsync();
        scenario.Emulator.Faults.Add(Faults[fault].On(EmulatorOperation.GetItem));

        await AssertDownloadsAsync(scenario);
    }

    [Theory]
    [InlineData("cut short with a length that agrees")]
    [InlineData("not the file at all")]
    [InlineData("404")]
    public async Task DownloadAsync_ToAStreamThatCannotGoBack_SurvivesAFaultOfTheBytes(string fault)
    {
        await using var scenario = await StartAsync();
        scenario.Emulator.Faults.Add(Faults[fault].On(EmulatorOperation.Download));
        using var sink = new SinkStream(isSeekable: false);

        await scenario.Client.Content.DownloadAsync(TransferScenario.File, sink);

        Assert.True(sink.ToArray().AsSpan().SequenceEqual(Content), "Other bytes arrived.");
    }

    [Fact]
    public async Task DownloadFileAsync_WhenAByteIsChangedOnItsWayOnce_FetchesTheFileAgain()
    {
        await using var scenario = await StartAsync();
        using var directory = new TemporaryDirectory();
        scenario.Emulator.Faults.Add(Fault.CorruptBody(4_000_000).On(EmulatorOperation.Download));

        var result = await scenario.Client.Content.DownloadFileAsync(TransferScenario.File, directory["copy"]);

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.True((await File.ReadAllBytesAsync(directory["copy"])).AsSpan().SequenceEqual(Content), "Other bytes arrived.");
    }

    [Fact]
    public async Task DownloadFileAsync_WhenAByteIsAlwaysChangedOnItsWay_ThrowsAndLeavesNothingBehind()
    {
        await using var scenario = await StartAsync();
        using var directory = new TemporaryDirectory();
        scenario.Emulator.Faults.Add(Fault.CorruptBody(4_000_000).On(EmulatorOperation.Download).Always());

        await Assert.ThrowsAsync<ContentVerificationException>(
            () => scenario.Client.Content.DownloadFileAsync(TransferScenario.File, directory["copy"]));

        Assert.Empty(directory.Files);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenTheBytesAlwaysEndEarlyWithALengthThatAgrees_Throws()
    {
        await using var scenario = await StartAsync();
        using var directory = new TemporaryDirectory();
        scenario.Emulator.Faults.Add(Fault.TruncateBody(1000).On(EmulatorOperation.Download).Always());

        await Assert.ThrowsAsync<ContentVerificationException>(
            () => scenario.Client.Content.DownloadFileAsync(TransferScenario.File, directory["copy"]));

        Assert.Empty(directory.Files);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenTheServiceCannotConvert_ThrowsAndLeavesNothingBehind()
    {
        await using var scenario = await StartAsync();
        using var directory = new TemporaryDirectory();

        var failure = await Assert.ThrowsAsync<OneDriveApiException>(
            () => scenario.Client.Content.DownloadFileAsync(
                TransferScenario.File, directory["copy.pdf"], new DownloadOptions { Format = "pdf" }));

        Assert.Equal((406, "notSupported"), ((int)failure.StatusCode, failure.ErrorCode));
        Assert.Empty(directory.Files);
        Assert.Empty(scenario.Emulator.Traffic.Of(EmulatorOperation.Download));
    }

    private static async Task AssertDownloadsAsync(Scenario scenario)
    {
        using var sink = new MemoryStream();

        var result = await scenario.Client.Content.DownloadAsync(TransferScenario.File, sink);

        Assert.True(sink.ToArray().AsSpan().SequenceEqual(Content), "Other bytes arrived.");
        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Empty(scenario.Emulator.Faults.ToList());
        scenario.AssertNoTokenOnAnonymousUrls();
    }

    private static async Task<Scenario> StartAsync()
    {
        var scenario = await TransferScenario.StartAsync(client: options => options.Retry.AttemptTimeout = TimeSpan.FromSeconds(1));
        scenario.Drive.WithFile("Backups/nightly run.bin", Content);
        return scenario;
    }
}
