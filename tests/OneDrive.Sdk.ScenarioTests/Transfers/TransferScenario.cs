using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>
/// What the transfer scenarios have in common: small fragments, and the oracle that the service holds exactly the bytes of the source.
/// </summary>
internal static class TransferScenario
{
    internal const int Unit = OneDriveTransferOptions.FragmentAlignment;

    internal static ItemAddress File { get; } = DriveAddress.Me.Path("/Backups/nightly run.bin");

    internal static Task<Scenario> StartAsync(Action<EmulatorOptions>? emulator = null, Action<OneDriveOptions>? client = null) =>
        Scenario.StartAsync(
        emulator,
        options =>
        {
            options.Transfers.FragmentSize = Unit;
            client?.Invoke(options);
        });

    internal static Task<UploadResult> UploadAsync(this Scenario scenario, long length, UploadOptions? options = null) =>
        scenario.Client.Content.UploadAsync(File, new GeneratedStream(length), options);

    internal static void AssertUploaded(this Scenario scenario, long length)
    {
        var item = Assert.Single(scenario.Drive.ListItems(), item => !item.IsFolder);
        Assert.Equal("nightly run.bin", item.Name);
        Assert.Equal((length, GeneratedStream.HashOf(length)), (item.Size, item.QuickXorHash));
        scenario.AssertNoTokenOnAnonymousUrls();
    }

    internal static void AssertNoTokenOnAnonymousUrls(this Scenario scenario) => Assert.All(
        scenario.Emulator.Traffic.Where(entry => entry.ItemPath is not null),
        entry => Assert.False(entry.HasAuthorization, $"{entry.Method} {entry.Target} carried a token."));
}
