using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.FieldTests.Support;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>A folder goes up and comes down while the service does everything that it was ever seen to do.</summary>
public sealed class NastyDayTests
{
    private const int Unit = OneDriveTransferOptions.FragmentAlignment;

    public static TheoryData<int, EmulatorDriveType> Days => new()
    {
        { 1, EmulatorDriveType.Business },
        { 2, EmulatorDriveType.Personal },
        { 3, EmulatorDriveType.Business },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public async Task AFolder_GoesUpAndComesDown_ByteForByte(int seed, EmulatorDriveType driveType)
    {
        await using var scenario = await Scenario.StartAsync(
            emulator => (emulator.Seed, emulator.DriveType) = (seed, driveType),
            client =>
            {
                client.Transfers.SingleRequestLimit = Unit;
                client.Transfers.FragmentSize = Unit;

                // A file whose last answer was lost is looked for during two minutes.
                client.TimeProvider = new FastTime();
                client.Retry.AttemptTimeout = TimeSpan.FromHours(1);
            });
        scenario.Emulator.Quirks.EnableNastyDay();
        using var directory = new TemporaryDirectory();
        var (source, copy) = (directory["source"], directory["copy"]);
        Fill(source);

        var folder = DriveAddress.Me.Path("/Nasty day");

        // Whose last answer was lost, and which the service changed at once, cannot be told from the file of somebody else.
        var options = new UploadFolderOptions { Conflict = ConflictBehavior.Replace };
        var up = await scenario.Client.Content.UploadFolderAsync(folder, source, options);
        var down = await scenario.Client.Content.DownloadFolderAsync(folder, copy);

        Assert.True(up.IsComplete, Describe(up));
        Assert.True(down.IsComplete, Describe(down));
        Assert.Equal(Read(source), Read(copy));
        Assert.True(scenario.Emulator.Traffic.Count(exchange => exchange.Fault is not null) > 5);

        // A session whose address gives no access any more cannot be cancelled either.
        Assert.True(scenario.Emulator.OpenUploadSessions <= scenario.Emulator.Traffic.Count(exchange => exchange.StatusCode == 403));
    }

    private static string Describe(FolderTransferResult result)
        => string.Join("\n", result.Failures.Select(failure => $"{failure.RelativePath}: {failure.Error!.Message}"));

    private static void Fill(string folder)
    {
        string[] names = ["a.txt", "report.docx", "photo.heic", "sheet.xlsx", "ü ' # %.bin", "page.html"];
        foreach (var below in new[] { "", "one", Path.Combine("one", "two") })
        {
            Directory.CreateDirectory(Path.Combine(folder, below));
            foreach (var (name, number) in names.Select((name, number) => (name, number)))
            {
                File.WriteAllBytes(Path.Combine(folder, below, name), GeneratedStream.Bytes(number, number * 1000));
            }

            File.WriteAllBytes(Path.Combine(folder, below, "large.bin"), GeneratedStream.Bytes(7, (4 * Unit) + 77));
        }
    }

    private static Dictionary<string, string> Read(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(
            file => Path.GetRelativePath(folder, file), file => Convert.ToBase64String(File.ReadAllBytes(file)), StringComparer.Ordinal);
}
