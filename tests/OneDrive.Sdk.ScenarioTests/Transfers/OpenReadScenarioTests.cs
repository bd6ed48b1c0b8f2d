using System.Text;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>Files read piece by piece and as text, over real sockets.</summary>
public sealed class OpenReadScenarioTests
{
    private const int Length = 5_000_000;

    private static readonly byte[] Content = GeneratedStream.Bytes(0, Length);

    private static readonly Dictionary<string, Fault> Faults = new(StringComparer.Ordinal)
    {
        ["drop"] = Fault.DropConnection(),
        ["drop in the middle"] = Fault.DropConnectionAfterResponseBytes(100_000).Times(4),
        ["stall in the middle"] = Fault.StallAfterResponseBytes(100_000),
        ["401"] = Fault.Status(401),
        ["403"] = Fault.Status(403),
        ["404"] = Fault.Status(404),
        ["416"] = Fault.Status(416),
        ["423"] = Fault.Status(423),
        ["cut short"] = Fault.TruncateBody(1000),
        ["not the file at all"] = Fault.MalformedJson(),
        ["429"] = Fault.Throttle(TimeSpan.FromMilliseconds(20), RetryAfterForm.DecimalSeconds),
        ["500"] = Fault.Status(500),
        ["lost answer"] = Fault.LoseAcknowledgement(),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task OpenReadAsync_SurvivesAFaultOfTheBytes(string fault)
    {
        await using var scenario = await StartAsync();
        await using var stream = await scenario.Client.Content.OpenReadAsync(TransferScenario.File);
        scenario.Emulator.Faults.Add(Faults[fault].On(EmulatorOperation.Download));
        using var sink = new MemoryStream();

        await stream.CopyToAsync(sink);

        Assert.True(sink.ToArray().AsSpan().SequenceEqual(Content), "Other bytes arrived.");
        Assert.Empty(scenario.Emulator.Faults.ToList());
        scenario.AssertNoTokenOnAnonymousUrls();
    }

    [Fact]
    public async Task OpenReadAsync_HoldsNoPlaceAtTheGateBetweenReads()
    {
        await using var scenario = await StartAsync(options => options.MaxConcurrentRequests = 1);
        await using var one = await scenario.Client.Content.OpenReadAsync(TransferScenario.File);
        await using var other = await scenario.Client.Content.OpenReadAsync(TransferScenario.File);
        var (left, right) = (new byte[1000], new byte[1000]);

        for (var position = 0; position < Length; position += 700_000)
        {
            (one.Position, other.Position) = (position, position);
            await one.ReadExactlyAsync(left);
            await other.ReadExactlyAsync(right);
            Assert.Equal(Content[position..(position + 1000)], left);
            Assert.Equal(left, right);
        }
    }

    [Fact]
    public async Task OpenReadAsync_WhenTheFileIsReplaced_Throws()
    {
        await using var scenario = await StartAsync();
        await using var stream = await scenario.Client.Content.OpenReadAsync(TransferScenario.File);
        await scenario.Client.Content.UploadAsync(
            TransferScenario.File, new GeneratedStream(Length), new UploadOptions { Conflict = ConflictBehavior.Replace });

        await Assert.ThrowsAsync<ContentChangedException>(() => stream.CopyToAsync(Stream.Null));
    }

    [Fact]
    public async Task OpenReadAsync_OfAnEmptyFile_GivesAnEmptyStream()
    {
        await using var scenario = await StartAsync();
        scenario.Drive.WithFile("empty", []);

        await using var stream = await scenario.Client.Content.OpenReadAsync(DriveAddress.Me.Path("/empty"));

        Assert.Equal((0, 0), (stream.Length, await stream.ReadAsync(new byte[1])));
    }

    [Fact]
    public async Task OpenReadAsync_OfAFolder_Throws()
    {
        await using var scenario = await StartAsync();

        await Assert.ThrowsAnyAsync<OneDriveApiException>(() => scenario.Client.Content.OpenReadAsync(DriveAddress.Me.Path("/Backups")));
    }

    [Fact]
    public async Task ReadAsStringAsync_ReadsTheText()
    {
        await using var scenario = await StartAsync();
        scenario.Drive.WithFile("note.txt", Encoding.UTF8.GetBytes("Grüße"));

        Assert.Equal("Grüße", await scenario.Client.Content.ReadAsStringAsync(DriveAddress.Me.Path("/note.txt")));
        await Assert.ThrowsAsync<ContentTooLargeException>(
            () => scenario.Client.Content.ReadAsStringAsync(
                DriveAddress.Me.Path("/note.txt"), new ReadAsStringOptions { MaxBytes = 6 }));
    }

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
