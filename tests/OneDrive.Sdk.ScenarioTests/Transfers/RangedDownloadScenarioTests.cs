using System.Globalization;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>A large file that comes down in several ranges at a time, over real sockets and whatever happens to one of them.</summary>
public sealed class RangedDownloadScenarioTests : IDisposable
{
    private const int Range = 500_000;
    private const int Length = 5_000_001;

    private static readonly byte[] Content = GeneratedStream.Bytes(0, Length);

    private static readonly Dictionary<string, Fault> Faults = new(StringComparer.Ordinal)
    {
        ["drop"] = Fault.DropConnection(),
        ["drop in the middle"] = Fault.DropConnectionAfterResponseBytes(200_000).Times(3),
        ["stall"] = Fault.Stall(),
        ["stall in the middle"] = Fault.StallAfterResponseBytes(200_000),
        ["401"] = Fault.Status(401),
        ["403"] = Fault.Status(403),
        ["404"] = Fault.Status(404),
        ["416"] = Fault.Status(416),
        ["423"] = Fault.Status(423),
        ["cut short"] = Fault.TruncateBody(1000),
        ["not the file at all"] = Fault.MalformedJson(),
        ["429"] = Fault.Throttle(TimeSpan.FromMilliseconds(20), RetryAfterForm.DecimalSeconds),
        ["500"] = Fault.Status(500),
        ["503"] = Fault.Status(503),
        ["504"] = Fault.Status(504),
        ["lost answer"] = Fault.LoseAcknowledgement(),
    };

    private readonly TemporaryDirectory _directory = new();

    public static TheoryData<string, int> FaultsAndPlaces
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var name in Faults.Keys)
            {
                data.Add(name, 0);
                data.Add(name, 5);
                data.Add(name, 10);
            }

            return data;
        }
    }

    public void Dispose() => _directory.Dispose();

    [Theory]
    [MemberData(nameof(FaultsAndPlaces))]
    public async Task DownloadFileAsync_SurvivesAFaultOfARange(string fault, int after)
    {
        await using var scenario = await StartAsync();
        scenario.Emulator.Faults.Add(Faults[fault].On(EmulatorOperation.Download).After(after));

        var result = await scenario.Client.Content.DownloadFileAsync(TransferScenario.File, _directory["copy"]);

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        AssertComplete();
        Assert.Contains(scenario.Emulator.Traffic, entry => entry.Fault is not null);
        scenario.AssertNoTokenOnAnonymousUrls();
    }

    [Fact]
    public async Task DownloadFileAsync_InAnotherClient_GoesOnWithTheRangesThatAreThere()
    {
        await using var scenario = await StartAsync();
        scenario.Emulator.Faults.Add(Fault.Status(507).On(EmulatorOperation.Download).After(8).Always());
        await Assert.ThrowsAsync<QuotaExceededException>(
            () => scenario.Client.Content.DownloadFileAsync(TransferScenario.File, _directory["copy"]));
        scenario.Emulator.Faults.Clear();
        scenario.Emulator.Traffic.Clear();
        using var second = scenario.NewClient(Configure);

        var result = await second.Content.DownloadFileAsync(TransferScenario.File, _directory["copy"]);

        Assert.True(result.ResumedFrom >= Range, string.Create(CultureInfo.InvariantCulture, $"It went on from {result.ResumedFrom}."));
        Assert.True(scenario.Emulator.Traffic.Of(EmulatorOperation.Download).Count <= 10, "Ranges were fetched again.");
        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        AssertComplete();
    }

    private void AssertComplete()
    {
        Assert.Equal(["copy"], _directory.Files);
        Assert.True(File.ReadAllBytes(_directory["copy"]).AsSpan().SequenceEqual(Content), "Other bytes arrived.");
    }

    private static void Configure(OneDriveOptions options)
    {
        options.Retry.AttemptTimeout = TimeSpan.FromSeconds(1);
        options.Transfers.ParallelThreshold = 0;
        options.Transfers.RangeSize = Range;
    }

    private static async Task<Scenario> StartAsync()
    {
        var scenario = await TransferScenario.StartAsync(client: Configure);
        scenario.Drive.WithFile("Backups/nightly run.bin", Content);
        return scenario;
    }
}
