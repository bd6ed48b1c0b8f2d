using OneDrive.Sdk.Cli;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ProgramTests.Support;

namespace OneDrive.Sdk.ProgramTests.Cli;

public sealed class SyncTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sync_ASecondTime_MovesNothing(bool isNastyDay)
    {
        await using var scenario = await CliScenario.StartAsync();
        string[] names = ["a:b.txt", "con", "trailing.", "~$owner.docx", "deep/er/report.docx", "deep/100% #1 😀.xlsx", "‛odd：.txt"];
        foreach (var name in names)
            scenario.Write("source/" + name, "content of " + name);
        if (isNastyDay)
        {
            scenario.Emulator.Quirks.EnableNastyDay();
            scenario.Emulator.Faults.Add(Fault.Throttle(TimeSpan.FromSeconds(1)).Times(3));
        }

        var first = await scenario.RunAsync("sync", "up", scenario["source"], "/Backup", "--map-names");
        var uploads = scenario.CountUploads();
        var second = await scenario.RunAsync("sync", "up", scenario["source"], "/Backup", "--map-names");
        var down = await scenario.RunAsync("sync", "down", "/Backup", scenario["copy"], "--map-names");
        var again = await scenario.RunAsync("sync", "down", "/Backup", scenario["copy"], "--map-names");

        Assert.All([first, second, down, again], run => Assert.True(run.Code == ExitCode.Success, run.Error));
        Assert.Contains("7 files uploaded", first.Error, StringComparison.Ordinal);
        Assert.Contains("0 files uploaded", second.Error, StringComparison.Ordinal);
        Assert.Equal(uploads, scenario.CountUploads());
        Assert.Contains("7 files downloaded", down.Error, StringComparison.Ordinal);

        // What a list says of a document on a nasty day is not what was downloaded.
        if (!isNastyDay)
            Assert.Contains("0 files downloaded", again.Error, StringComparison.Ordinal);
        Assert.Equal(Names(scenario["source"]), Names(scenario["copy"]));
    }

    [Fact]
    public async Task Sync_WithDryRun_ChangesNothing()
    {
        await using var scenario = await CliScenario.StartAsync();
        scenario.Write("source/new/file.txt", "x");
        scenario.Drive.WithFile("Backup/extra.txt", [1]);

        var run = await scenario.RunAsync("sync", "up", scenario["source"], "/Backup", "--delete", "--dry-run");

        Assert.Equal(ExitCode.Success, run.Code);
        Assert.Contains("would transfer new/file.txt", run.Output, StringComparison.Ordinal);
        Assert.Contains("would delete extra.txt", run.Output, StringComparison.Ordinal);
        Assert.Equal(["Backup", "extra.txt"], scenario.Drive.ListItems().Select(item => item.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2", ExitCode.TooMuch, 3)]
    [InlineData("3", ExitCode.Success, 0)]
    public async Task Sync_WithDelete_KeepsToTheLimit(string limit, int code, int left)
    {
        await using var scenario = await CliScenario.StartAsync();
        scenario.Write("source/kept.txt", "x");
        scenario.Drive.WithFile("Backup/old/1.txt", [1]).WithFile("Backup/old/2.txt", [1]).WithFile("Backup/keep.log", [1]);

        var run = await scenario.RunAsync(
            "sync", "up", scenario["source"], "/Backup", "--delete", "--max-delete", limit, "--exclude", "*.log");

        Assert.Equal(code, run.Code);
        Assert.Equal(left, scenario.Drive.ListItems().Count(item => item.Path.Contains("old", StringComparison.Ordinal)));
        Assert.Equal(code == ExitCode.Success, scenario.Drive.FindItem("Backup/kept.txt") is not null);
        Assert.NotNull(scenario.Drive.FindItem("Backup/keep.log"));
    }

    [Fact]
    public async Task Sync_DownWithDelete_DeletesWhatTheDriveDoesNotHave()
    {
        await using var scenario = await CliScenario.StartAsync();
        scenario.Drive.WithFile("Folder/a.txt", [1]);
        scenario.Write("copy/sub/gone.txt", "x");

        var run = await scenario.RunAsync("sync", "down", "/Folder", scenario["copy"], "--delete");

        Assert.Equal(ExitCode.Success, run.Code);
        Assert.Equal(["a.txt"], Names(scenario["copy"]));
        Assert.False(Directory.Exists(scenario["copy/sub"]));
    }

    [Fact]
    public async Task Sync_OfNamesThatOneDriveRefuses_SendsNoRequestForThem()
    {
        await using var scenario = await CliScenario.StartAsync();
        scenario.Write("source/a:b.txt", "x");
        scenario.Write("source/" + string.Join('/', Enumerable.Repeat(new string('x', 100), 5)), "x");

        var run = await scenario.RunAsync("sync", "up", scenario["source"], "/Backup", "--report", scenario["report"]);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Equal(0, scenario.CountUploads());
        Assert.Contains("400 characters", await File.ReadAllTextAsync(scenario["report"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sync_WithMoreThanAHundredFailures_ReportsEachOfThem()
    {
        await using var scenario = await CliScenario.StartAsync();
        for (var number = 0; number < 150; number++)
            scenario.Write($"source/{number}:.txt", "x");

        await scenario.RunAsync("sync", "up", scenario["source"], "/Backup", "--report", scenario["report"]);

        var lines = await File.ReadAllLinesAsync(scenario["report"]);
        Assert.Equal(150, lines.Count(line => line.Contains("Failed", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Check_WhenAByteDiffers_TellsWhere()
    {
        await using var scenario = await CliScenario.StartAsync();
        scenario.Drive.WithFile("Folder/same.txt", "x"u8.ToArray()).WithFile("Folder/other.txt", "x"u8.ToArray());
        scenario.Drive.WithFile("Folder/remote.txt", "x"u8.ToArray());
        scenario.Write("copy/same.txt", "x");
        scenario.Write("copy/other.txt", "y");
        scenario.Write("copy/local.txt", "x");

        var run = await scenario.RunAsync("check", scenario["copy"], "/Folder");

        Assert.Equal(ExitCode.Different, run.Code);
        Assert.Equal(
            ["different    other.txt", "only local   local.txt", "only remote  remote.txt"], run.Lines.Order(StringComparer.Ordinal));
    }

    private static string[] Names(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path))
            .Order(StringComparer.Ordinal),
    ];
}
