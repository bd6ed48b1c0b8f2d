using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>
/// The service has the whole file, and its answer does not arrive: whatever was to happen to a file of the same name, the upload ends well
/// and the file is there exactly once.
/// </summary>
public sealed class LastAnswerTests
{
    private const int LargeLength = (LastFragment * TransferScenario.Unit) + 77;
    private const int LastFragment = 15;
    private const int SmallLength = 1000;

    private static readonly Dictionary<string, Fault> Faults = new(StringComparer.Ordinal)
    {
        ["lost"] = Fault.LoseAcknowledgement(),
        ["broken off"] = Fault.DropConnectionAfterResponseBytes(10),
        ["truncated"] = Fault.TruncateBody(10),
        ["malformed"] = Fault.MalformedJson(),
        ["lost, and failures before"] = Fault.LoseAcknowledgement(),
    };

    public static TheoryData<string, ConflictBehavior, int> Cells => Matrix();

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task UploadAsync_WhenTheLastAnswerDoesNotArrive_LeavesTheFileExactlyOnce(
        string fault, ConflictBehavior conflict, int length)
    {
        await using var scenario = await TransferScenario.StartAsync(
            client: options => options.Retry.AttemptTimeout = TimeSpan.FromMinutes(1));
        var old = conflict is ConflictBehavior.Fail ? null : await AddOldFileAsync(scenario, length);
        var operation = length == SmallLength ? EmulatorOperation.PutContent : EmulatorOperation.UploadFragment;
        var before = length == SmallLength ? 0 : LastFragment;
        if (fault.Contains("failures", StringComparison.Ordinal))
        {
            scenario.Emulator.Faults.Add(Fault.DropConnection().On(operation).After(before));
        }

        scenario.Emulator.Faults.Add(Faults[fault].On(operation).After(before));

        var result = await scenario.UploadAsync(length, new UploadOptions { Conflict = conflict });

        var isRenamed = conflict is ConflictBehavior.Rename;
        var files = scenario.Drive.ListItems().Where(item => !item.IsFolder).ToList();
        var file = Assert.Single(files, item => item.Id == result.Item.Id);
        Assert.Equal(isRenamed ? "nightly run 1.bin" : "nightly run.bin", file.Name);
        Assert.Equal((length, GeneratedStream.HashOf(length)), (file.Size, file.QuickXorHash));
        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal(isRenamed ? 2 : 1, files.Count);
        Assert.Equal(conflict is ConflictBehavior.Replace, old == result.Item.Id);
        Assert.Empty(scenario.Emulator.Faults.ToList());
        scenario.AssertNoTokenOnAnonymousUrls();
    }

    private static TheoryData<string, ConflictBehavior, int> Matrix()
    {
        var cells = new TheoryData<string, ConflictBehavior, int>();
        foreach (var fault in Faults.Keys)
        {
            foreach (var conflict in Enum.GetValues<ConflictBehavior>())
            {
                cells.Add(fault, conflict, SmallLength);
                cells.Add(fault, conflict, LargeLength);
            }
        }

        return cells;
    }

    private static async Task<string> AddOldFileAsync(Scenario scenario, int length)
    {
        var old = await scenario.UploadAsync(length - 1);
        return old.Item.Id!;
    }
}
