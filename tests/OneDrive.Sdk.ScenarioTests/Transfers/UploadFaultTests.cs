using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>Each fault that an upload must survive, at the first, a middle and the last fragment, over real sockets.</summary>
public sealed class UploadFaultTests
{
    private const int Unit = TransferScenario.Unit;
    private const long Length = (15 * Unit) + 77;
    private const int LastFragment = 15;

    private static readonly Dictionary<string, Fault> Faults = new(StringComparer.Ordinal)
    {
        ["429 seconds"] = Fault.Throttle(TimeSpan.FromSeconds(1)),
        ["429 decimal seconds"] = Fault.Throttle(TimeSpan.FromMilliseconds(20), RetryAfterForm.DecimalSeconds),
        ["429 date"] = Fault.Throttle(TimeSpan.FromSeconds(1), RetryAfterForm.HttpDate),
        ["429 three times"] = Fault.Throttle(TimeSpan.FromMilliseconds(20), RetryAfterForm.DecimalSeconds).Times(3),
        ["423"] = Fault.Status(423),
        ["408"] = Fault.Status(408),
        ["500"] = Fault.Status(500),
        ["502"] = Fault.Status(502, body: "<html>Bad gateway</html>"),
        ["503"] = Fault.Status(503),
        ["503 with Retry-After"] = Fault.Status(503, retryAfter: TimeSpan.FromMilliseconds(20), form: RetryAfterForm.DecimalSeconds),
        ["504"] = Fault.Status(504),
        ["509"] = Fault.Status(509),
        ["416"] = Fault.Status(416),
        ["404"] = Fault.Status(404),
        ["403"] = Fault.Status(403),
        ["401"] = Fault.Status(401),
        ["five failures"] = Fault.Status(500).Times(5),
        ["drop"] = Fault.DropConnection(),
        ["drop in the body"] = Fault.DropConnectionAfterRequestBytes(50),
        ["drop in the answer"] = Fault.DropConnectionAfterResponseBytes(10),
        ["stall"] = Fault.Stall(),
        ["stall in the answer"] = Fault.StallAfterResponseBytes(10),
        ["lost acknowledgement"] = Fault.LoseAcknowledgement(),
        ["truncated answer"] = Fault.TruncateBody(10),
        ["malformed answer"] = Fault.MalformedJson(),
        ["expired session"] = Fault.ExpireSession(),
        ["revoked session"] = Fault.RevokeSession(),
    };

    public static TheoryData<string, int> Cells => Matrix();

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task UploadAsync_SurvivesAFaultAtAFragment(string fault, int fragment)
    {
        await using var scenario = await StartAsync();
        scenario.Emulator.Faults.Add(Faults[fault].On(EmulatorOperation.UploadFragment).After(fragment));

        var result = await scenario.UploadAsync(Length);

        scenario.AssertUploaded(Length);
        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Empty(scenario.Emulator.Faults.ToList());
    }

    [Theory]
    [InlineData("429 seconds")]
    [InlineData("500")]
    [InlineData("503 with Retry-After")]
    [InlineData("404")]
    [InlineData("drop")]
    [InlineData("stall")]
    [InlineData("lost acknowledgement")]
    [InlineData("truncated answer")]
    [InlineData("malformed answer")]
    public async Task UploadAsync_SurvivesAFaultWhenTheSessionIsOpened(string fault)
    {
        await using var scenario = await StartAsync();
        scenario.Emulator.Faults.Add(Faults[fault].On(EmulatorOperation.CreateUploadSession));

        await scenario.UploadAsync(Length);

        scenario.AssertUploaded(Length);
        Assert.Empty(scenario.Emulator.Faults.ToList());
    }

    [Theory]
    [InlineData("429 decimal seconds")]
    [InlineData("500")]
    [InlineData("401")]
    [InlineData("403")]
    [InlineData("404")]
    [InlineData("drop")]
    [InlineData("stall")]
    [InlineData("truncated answer")]
    [InlineData("malformed answer")]
    [InlineData("expired session")]
    public async Task UploadAsync_SurvivesAFaultWhenTheSessionIsAsked(string fault)
    {
        await using var scenario = await StartAsync();
        scenario.Emulator.Faults.Add(Fault.LoseAcknowledgement().On(EmulatorOperation.UploadFragment).After(7));
        scenario.Emulator.Faults.Add(Faults[fault].On(EmulatorOperation.UploadStatus));

        await scenario.UploadAsync(Length);

        scenario.AssertUploaded(Length);
        Assert.Empty(scenario.Emulator.Faults.ToList());
    }

    [Theory]
    [InlineData("429 seconds")]
    [InlineData("500")]
    [InlineData("404")]
    [InlineData("drop")]
    [InlineData("stall")]
    [InlineData("lost acknowledgement")]
    [InlineData("truncated answer")]
    [InlineData("malformed answer")]
    public async Task UploadAsync_OfASmallFile_SurvivesAFault(string fault)
    {
        await using var scenario = await StartAsync();
        scenario.Emulator.Faults.Add(Faults[fault].On(EmulatorOperation.PutContent));

        await scenario.UploadAsync(1000);

        scenario.AssertUploaded(1000);
        Assert.Empty(scenario.Emulator.Faults.ToList());
    }

    [Fact]
    public async Task UploadAsync_WhenBytesAreChangedOnTheirWay_Throws()
    {
        await using var scenario = await StartAsync();
        scenario.Emulator.Faults.Add(Fault.CorruptStoredBytes(5).On(EmulatorOperation.UploadFragment).After(7));

        await Assert.ThrowsAsync<ContentVerificationException>(() => scenario.UploadAsync(Length));
    }

    private static TheoryData<string, int> Matrix()
    {
        var cells = new TheoryData<string, int>();
        foreach (var fault in Faults.Keys)
        {
            cells.Add(fault, 0);
            cells.Add(fault, 7);
            cells.Add(fault, LastFragment);
        }

        return cells;
    }

    private static Task<Scenario> StartAsync() =>
        TransferScenario.StartAsync(client: options => options.Retry.AttemptTimeout = TimeSpan.FromSeconds(1));
}
