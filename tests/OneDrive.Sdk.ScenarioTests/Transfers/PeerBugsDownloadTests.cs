using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.Tests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>Bugs that other clients have, or had, with downloads; ours has none of them.</summary>
public sealed class PeerBugsDownloadTests : IDisposable
{
    private const int Length = 2_000_000;

    private static readonly byte[] Content = GeneratedStream.Bytes(0, Length);

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ATimeoutInTheMiddle_IsNoShortFileWithoutAnException(bool toAFile)
    {
        await using var scenario = await StartAsync(options => options.Retry.MaxRetryAttempts = 0);
        scenario.Emulator.Faults.Add(Fault.StallAfterResponseBytes(Length / 2).On(EmulatorOperation.Download));
        using var sink = new MemoryStream();

        await Assert.ThrowsAsync<OneDriveConnectionException>(
            () => toAFile
                ? scenario.Client.Content.DownloadFileAsync(TransferScenario.File, _directory["copy"])
                : scenario.Client.Content.DownloadAsync(TransferScenario.File, sink));

        Assert.False(File.Exists(_directory["copy"]));
    }

    [Fact]
    public async Task AShortAnswer_IsNoShortTextWithoutAnException()
    {
        await using var scenario = await StartAsync();
        scenario.Emulator.Faults.Add(Fault.TruncateBody(10).On(EmulatorOperation.Download).Always());

        await Assert.ThrowsAsync<ContentVerificationException>(() => scenario.Client.Content.ReadAsStringAsync(TransferScenario.File));
    }

    [Theory]
    [InlineData(RetryAfterForm.Seconds, 30)]
    [InlineData(RetryAfterForm.DecimalSeconds, 30)]
    [InlineData(RetryAfterForm.HttpDate, 30)]
    public async Task RetryAfterInAnyForm_NeitherThrowsNorIsIgnored(RetryAfterForm form, int seconds)
    {
        await using var scenario = await StartAsync(options => options.Retry.MaxRetryAfter = TimeSpan.FromMilliseconds(10));
        scenario.Emulator.Faults.Add(
            Fault.Throttle(TimeSpan.FromSeconds(seconds), form).On(EmulatorOperation.Download).Times(1));

        var failure = await Assert.ThrowsAsync<ThrottledException>(
            () => scenario.Client.Content.DownloadFileAsync(TransferScenario.File, _directory["copy"]));

        Assert.InRange(failure.RetryAfter!.Value.TotalSeconds, seconds - 2, seconds + 1);
        Assert.Single(scenario.Emulator.Traffic.Of(EmulatorOperation.Download));
    }

    [Fact]
    public async Task TheToken_GoesToTheServiceAndNowhereElse()
    {
        await using var scenario = await StartAsync();
        scenario.Emulator.Faults
            .Add(Fault.DropConnectionAfterResponseBytes(1000).On(EmulatorOperation.Download))
            .Add(Fault.Status(404).On(EmulatorOperation.Download).After(1));

        await scenario.Client.Content.DownloadFileAsync(TransferScenario.File, _directory["copy"]);

        Assert.Equal(3, scenario.Emulator.Traffic.Of(EmulatorOperation.Download).Count);
        scenario.AssertNoTokenOnAnonymousUrls();
    }

    [Fact]
    public async Task TheDownloadAddress_IsInNoLogAndNoException()
    {
        using var log = new RecordingLoggerFactory();
        await using var scenario = await StartAsync(options => options.LoggerFactory = log);
        scenario.Emulator.Faults.Add(Fault.DropConnectionAfterResponseBytes(1000).On(EmulatorOperation.Download).Always());
        scenario.Emulator.Faults.Add(Fault.DropConnection().On(EmulatorOperation.GetContent).After(3));
        scenario.Emulator.Faults.Add(Fault.Status(409).On(EmulatorOperation.GetContent).After(4));

        var failure = await Assert.ThrowsAnyAsync<OneDriveException>(
            () => scenario.Client.Content.DownloadFileAsync(TransferScenario.File, _directory["copy"]));

        Assert.NotEmpty(log.Entries);
        Assert.All(log.Entries, entry => Assert.DoesNotContain("tempauth", entry.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("tempauth", failure.ToString(), StringComparison.Ordinal);
        Assert.All(_directory.Files, name => AssertNoAddressIn(_directory[name]));
    }

    [Fact]
    public async Task ARetry_WritesEachByteOnceAndInItsPlace()
    {
        await using var scenario = await StartAsync();
        scenario.Emulator.Faults.Add(Fault.DropConnectionAfterResponseBytes(123_457).On(EmulatorOperation.Download).Times(10));

        await scenario.Client.Content.DownloadFileAsync(TransferScenario.File, _directory["copy"]);

        Assert.True((await File.ReadAllBytesAsync(_directory["copy"])).AsSpan().SequenceEqual(Content), "Other bytes arrived.");
    }

    private static void AssertNoAddressIn(string path) =>
        Assert.True(File.ReadAllBytes(path).AsSpan().IndexOf("tempauth"u8) < 0, $"{path} holds a download address.");

    private static async Task<Scenario> StartAsync(Action<OneDriveOptions>? configure = null)
    {
        var scenario = await TransferScenario.StartAsync(client: options =>
        {
            options.Retry.AttemptTimeout = TimeSpan.FromSeconds(1);
            configure?.Invoke(options);
        });
        scenario.Drive.WithFile("Backups/nightly run.bin", Content);
        return scenario;
    }
}
