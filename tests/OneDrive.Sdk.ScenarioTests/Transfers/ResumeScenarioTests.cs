using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.FieldTests.Support;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>Uploads that a process left behind are continued by another one, which has nothing but the directory of the store.</summary>
public sealed class ResumeScenarioTests : IDisposable
{
    private const int Unit = TransferScenario.Unit;
    private const int Length = (20 * Unit) + 77;

    private static readonly UploadOptions WithKey = new() { ResumeKey = "nightly" };

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task UploadFileAsync_InAnotherClient_GoesOnFromTheLastAcknowledgedByte()
    {
        await using var scenario = await StartAsync();
        await BreakOffAsync(scenario);
        using var second = NewClient(scenario);
        scenario.Emulator.Traffic.Clear();

        var result = await second.Content.UploadFileAsync(TransferScenario.File, _directory["source"], WithKey);

        scenario.AssertUploaded(Length);
        Assert.Equal((9 * Unit, ContentIntegrity.Verified), (result.ResumedFrom, result.Integrity));
        Assert.Equal(12, scenario.Emulator.Traffic.Of(EmulatorOperation.UploadFragment).Count);
        Assert.Empty(Directory.GetFiles(_directory["store"], "*.upload"));
        Assert.Empty(Directory.GetFiles(_directory["store"], "*.lease"));
    }

    [Fact]
    public async Task UploadFileAsync_WhenTheSessionExpiredMeanwhile_BeginsAgain()
    {
        await using var scenario = await StartAsync();
        await BreakOffAsync(scenario);
        using var second = NewClient(scenario, new FastTime());
        scenario.Emulator.Faults.Add(Fault.ExpireSession().On(EmulatorOperation.UploadStatus));

        var result = await second.Content.UploadFileAsync(TransferScenario.File, _directory["source"], WithKey);

        scenario.AssertUploaded(Length);
        Assert.False(result.Resumed);
    }

    [Fact]
    public async Task UploadFileAsync_WhenTheFileChangedMeanwhile_NeverMixesTheTwo()
    {
        await using var scenario = await StartAsync();
        await BreakOffAsync(scenario);
        var other = GeneratedStream.Bytes(5, Length);
        await File.WriteAllBytesAsync(_directory["source"], other);
        File.SetLastWriteTimeUtc(_directory["source"], new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        using var second = NewClient(scenario);

        var result = await second.Content.UploadFileAsync(TransferScenario.File, _directory["source"], WithKey);

        Assert.False(result.Resumed);
        Assert.Equal(other, await scenario.Drive.ReadContentAsync("Backups/nightly run.bin"));
        Assert.Equal(204, Assert.Single(scenario.Emulator.Traffic.Of(EmulatorOperation.UploadCancel)).StatusCode);
    }

    [Fact]
    [Trait("Threat", "T2")]
    public async Task CancelUploadAsync_InAnotherClient_EndsTheSessionAndForgetsIt()
    {
        await using var scenario = await StartAsync();
        await BreakOffAsync(scenario);
        using var second = NewClient(scenario);

        var pending = Assert.Single(await second.Content.ListUploadsAsync());
        Assert.True(await second.Content.CancelUploadAsync(pending.ResumeKey));

        Assert.Equal(("nightly", Length), (pending.ResumeKey, pending.Length));
        Assert.True(pending.Expires > pending.Created);
        Assert.Equal(204, Assert.Single(scenario.Emulator.Traffic.Of(EmulatorOperation.UploadCancel)).StatusCode);
        Assert.Empty(await second.Content.ListUploadsAsync());
        Assert.False(await second.Content.CancelUploadAsync(pending.ResumeKey));
        Assert.Empty(Directory.GetFiles(_directory["store"], "*.lease"));
        scenario.AssertNoTokenOnAnonymousUrls();
    }

    [Fact]
    public async Task RemoveExpiredUploadsAsync_WhileTheSessionLives_KeepsIt()
    {
        await using var scenario = await StartAsync();
        await BreakOffAsync(scenario);
        using var second = NewClient(scenario);

        Assert.Equal(0, await second.Content.RemoveExpiredUploadsAsync());

        Assert.True((await second.Content.UploadFileAsync(TransferScenario.File, _directory["source"], WithKey)).Resumed);
        scenario.AssertUploaded(Length);
    }

    private async Task BreakOffAsync(Scenario scenario)
    {
        await File.WriteAllBytesAsync(_directory["source"], GeneratedStream.Bytes(0, Length));
        using var first = NewClient(scenario);
        scenario.Emulator.Faults.Add(Fault.Status(507).On(EmulatorOperation.UploadFragment).After(9));

        await Assert.ThrowsAsync<QuotaExceededException>(
            () => first.Content.UploadFileAsync(TransferScenario.File, _directory["source"], WithKey));
    }

    private static Task<Scenario> StartAsync() => TransferScenario.StartAsync();

    private OneDriveClient NewClient(Scenario scenario, TimeProvider? clock = null) => scenario.NewClient(options =>
    {
        options.TimeProvider = clock ?? TimeProvider.System;
        options.Transfers.FragmentSize = Unit;
        options.UploadSessionStore = new FileUploadSessionStore(_directory["store"]);
    });
}
