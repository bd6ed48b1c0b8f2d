using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>
/// Uploads whose file is made by a call of its own, in another process than the one that sent the bytes, in both editions of the service
/// and under the usual mishaps; and uploads that are refused at their end and finished under another name.
/// </summary>
public sealed class CommitScenarioTests : IDisposable
{
    private const int Unit = TransferScenario.Unit;
    private const int Length = (3 * Unit) + 77;

    private static readonly Dictionary<string, Fault> Faults = new(StringComparer.Ordinal)
    {
        ["429"] = Fault.Throttle(TimeSpan.FromMilliseconds(20), RetryAfterForm.DecimalSeconds),
        ["500"] = Fault.Status(500),
        ["503"] = Fault.Status(503),
        ["504"] = Fault.Status(504),
        ["423"] = Fault.Status(423),
        ["drop"] = Fault.DropConnection(),
        ["stall"] = Fault.Stall(),
        ["lost"] = Fault.LoseAcknowledgement(),
        ["truncated"] = Fault.TruncateBody(10),
        ["malformed"] = Fault.MalformedJson(),
    };

    private readonly TemporaryDirectory _directory = new();

    public static TheoryData<EmulatorDriveType, string> Cells => Matrix();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(EmulatorDriveType.Business)]
    [InlineData(EmulatorDriveType.DocumentLibrary)]
    [InlineData(EmulatorDriveType.Personal)]
    public async Task CommitUploadAsync_InAnotherClient_MakesTheFile(EmulatorDriveType driveType)
    {
        await using var scenario = await StartAsync();
        var drive = AddDrive(scenario, driveType);
        using (var first = NewClient(scenario))
        {
            Assert.False((await UploadAsync(first, drive, Deferred())).IsCommitted);
        }

        Assert.Empty(drive.ListItems());
        using var second = NewClient(scenario);
        Assert.True(Assert.Single(await second.Content.ListUploadsAsync()) is { DeferCommit: true, IsComplete: true });

        var result = await second.Content.CommitUploadAsync("key");

        Assert.Equal((true, ContentIntegrity.Verified), (result.IsCommitted, result.Integrity));
        AssertOneFile(scenario, drive, "run.bin");
        Assert.Empty(Directory.GetFiles(_directory["store"], "*.upload"));
        Assert.Empty(await second.Content.ListUploadsAsync());
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task CommitUploadAsync_SurvivesAFault(EmulatorDriveType driveType, string fault)
    {
        await using var scenario = await StartAsync();
        var drive = AddDrive(scenario, driveType);
        using var client = NewClient(scenario);
        await UploadAsync(client, drive, Deferred());
        scenario.Emulator.Faults.Add(Faults[fault].On(EmulatorOperation.UploadCommit));

        var result = await client.Content.CommitUploadAsync("key");

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        AssertOneFile(scenario, drive, "run.bin");
        Assert.Empty(scenario.Emulator.Faults.ToList());
    }

    [Theory]
    [InlineData(EmulatorDriveType.Business)]
    [InlineData(EmulatorDriveType.Personal)]
    public async Task CommitUploadAsync_WhenItsAnswerIsLostAndTheServiceRenamed_FindsTheFile(EmulatorDriveType driveType)
    {
        await using var scenario = await StartAsync();
        var drive = AddDrive(scenario, driveType).WithFile("run.bin", [1]);
        using var client = NewClient(scenario);
        await UploadAsync(client, drive, Deferred(ConflictBehavior.Rename));
        scenario.Emulator.Faults.Add(Fault.LoseAcknowledgement().On(EmulatorOperation.UploadCommit));

        var result = await client.Content.CommitUploadAsync("key");

        Assert.Equal("run 1.bin", result.Item.Name);
        Assert.Equal(2, drive.ListItems().Count);
    }

    [Theory]
    [InlineData(EmulatorDriveType.Business)]
    [InlineData(EmulatorDriveType.Personal)]
    public async Task CommitUploadAsync_AfterAConflict_TakesAnotherName(EmulatorDriveType driveType)
    {
        await using var scenario = await StartAsync();
        var drive = AddDrive(scenario, driveType);
        using var client = NewClient(scenario);
        var times = new FileSystemTimes { LastModified = new DateTimeOffset(2020, 2, 29, 1, 2, 3, TimeSpan.Zero) };
        await UploadAsync(client, drive, new UploadOptions { ResumeKey = "key", DeferCommit = true, Times = times });
        drive.WithFile("run.bin", [1]);

        await Assert.ThrowsAsync<ItemConflictException>(() => client.Content.CommitUploadAsync("key"));
        await client.Content.CommitUploadAsync(
            "key", new CommitUploadOptions { Destination = DriveAddress.ById(drive.Id).Path("/sub/run 2.bin") });

        AssertOneFile(scenario, drive, "run 2.bin", others: 1);
        Assert.Equal(times.LastModified, drive.FindItem("sub/run 2.bin")!.FileSystemModified);
        Assert.Equal([1], await drive.ReadContentAsync("run.bin"));
    }

    [Theory]
    [InlineData(EmulatorDriveType.Business, ConflictBehavior.Fail, "other.bin")]
    [InlineData(EmulatorDriveType.Personal, ConflictBehavior.Fail, "other.bin")]
    [InlineData(EmulatorDriveType.Business, ConflictBehavior.Rename, "run.bin")]
    [InlineData(EmulatorDriveType.Personal, ConflictBehavior.Replace, "run.bin")]
    public async Task UploadAsync_WhenTheNameIsTakenAtTheLastFragment_IsFinishedOtherwiseWithoutSendingAByte(
        EmulatorDriveType driveType, ConflictBehavior conflict, string name)
    {
        await using var scenario = await StartAsync();
        var drive = AddDrive(scenario, driveType);
        using (var first = NewClient(scenario))
        {
            var progress = new Taker(() => drive.WithFile("run.bin", [1]));
            var failure = await Assert.ThrowsAsync<ItemConflictException>(
                () => UploadAsync(first, drive, new UploadOptions { ResumeKey = "key", Progress = progress }));
            Assert.False(failure.IsTransient);
        }

        using var second = NewClient(scenario);
        Assert.True(Assert.Single(await second.Content.ListUploadsAsync()).IsComplete);
        scenario.Emulator.Traffic.Clear();

        var result = await second.Content.UploadAsync(
            DriveAddress.ById(drive.Id).Path("/" + name),
            new GeneratedStream(Length),
            new UploadOptions { ResumeKey = "key", Conflict = conflict });

        Assert.Empty(scenario.Emulator.Traffic.Of(EmulatorOperation.UploadFragment));
        Assert.Empty(scenario.Emulator.Traffic.Of(EmulatorOperation.CreateUploadSession));
        Assert.Equal((Length, ContentIntegrity.Verified), (result.ResumedFrom, result.Integrity));
        var expected = conflict is ConflictBehavior.Rename ? "run 1.bin" : name;
        AssertOneFile(scenario, drive, expected, others: conflict is ConflictBehavior.Replace ? 0 : 1);
        Assert.Empty(Directory.GetFiles(_directory["store"], "*.upload"));
    }

    [Fact]
    public async Task UploadAsync_WithIfNoneMatch_LeavesWhatIsThereAlone()
    {
        await using var scenario = await StartAsync();
        var drive = AddDrive(scenario, EmulatorDriveType.Business).WithFile("run.bin", [1]);
        using var client = NewClient(scenario);
        var options = new UploadOptions { IfNoneMatch = "*", Conflict = ConflictBehavior.Replace };

        await Assert.ThrowsAsync<PreconditionFailedException>(() => UploadAsync(client, drive, options));
        await Assert.ThrowsAsync<PreconditionFailedException>(
            () => client.Content.UploadAsync(DriveAddress.ById(drive.Id).Path("/run.bin"), new GeneratedStream(10), options));

        Assert.Equal([1], await drive.ReadContentAsync("run.bin"));
    }

    private static TheoryData<EmulatorDriveType, string> Matrix()
    {
        var cells = new TheoryData<EmulatorDriveType, string>();
        foreach (var fault in Faults.Keys)
        {
            cells.Add(EmulatorDriveType.Business, fault);
            cells.Add(EmulatorDriveType.Personal, fault);
        }

        return cells;
    }

    private static UploadOptions Deferred(ConflictBehavior conflict = ConflictBehavior.Fail) =>
        new() { ResumeKey = "key", DeferCommit = true, Conflict = conflict };

    private static Task<Scenario> StartAsync() => TransferScenario.StartAsync();

    private static EmulatorDrive AddDrive(Scenario scenario, EmulatorDriveType driveType) =>
        scenario.Emulator.AddUser(user => user.DriveType = driveType).Drive;

    private static Task<UploadResult> UploadAsync(OneDriveClient client, EmulatorDrive drive, UploadOptions options) =>
        client.Content.UploadAsync(DriveAddress.ById(drive.Id).Path("/run.bin"), new GeneratedStream(Length), options);

    private static void AssertOneFile(Scenario scenario, EmulatorDrive drive, string name, int others = 0)
    {
        var files = drive.ListItems().Where(item => !item.IsFolder).ToList();
        var file = Assert.Single(files, item => item.QuickXorHash == GeneratedStream.HashOf(Length));
        Assert.Equal((name, Length), (file.Name, file.Size));
        Assert.Equal(others + 1, files.Count);
        scenario.AssertNoTokenOnAnonymousUrls();
    }

    private OneDriveClient NewClient(Scenario scenario) => scenario.NewClient(
        options =>
        {
            options.Transfers.FragmentSize = Unit;
            options.Transfers.SingleRequestLimit = 1000;
            options.Retry.AttemptTimeout = TimeSpan.FromSeconds(1);
            options.UploadSessionStore = new FileUploadSessionStore(_directory["store"]);
        },
        isApplicationOnly: true);

    private sealed class Taker(Action action) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value)
        {
            if (value.BytesTransferred == 2 * Unit)
                action();
        }
    }
}
