using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers.Folders;

public sealed class DownloadFolderTests : IDisposable
{
    private static readonly ItemAddress Source = DriveAddress.Me.Path("/Backup");

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task DownloadFolderAsync_WhenNamesAreHostile_WritesNothingElsewhere()
    {
        await using var scenario = await Scenario.StartAsync();
        string[] hostile =
        [
            "../../x", "..", "..\\x", "/etc/x", "C:x", "CON", "a\0b", "a.txt:stream", "dot.", "GOOD", "x.partial",
        ];
        var names = hostile.Select((name, index) => (Key: $"harmless-{index:00}", name)).ToDictionary(pair => pair.Key, pair => pair.name);
        scenario.Drive.WithFile("Backup/good", [1]).WithFolder("Backup/harmless-folder");
        scenario.Drive.WithFile("Backup/harmless-folder/inner", [2]);
        foreach (var key in names.Keys)
            scenario.Drive.WithFile("Backup/" + key, [3]);
        names.Add("harmless-folder", "..");
        using var client = scenario.NewClient(transport: new RenamingTransport(names));

        var result = await client.Content.DownloadFolderAsync(Source, _directory["root"]);

        Assert.Equal(hostile.Length + 1, result.Failed);
        Assert.All(result.Failures, failure => Assert.IsType<UnsafeLocalNameException>(failure.Error));
        Assert.Equal(["root"], _directory.Files);
        Assert.Equal("good", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(_directory["root"]))));
    }

    [Fact]
    public async Task DownloadFolderAsync_WhenALinkWasPlanted_DoesNotFollowIt()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("Backup/folder/a", [1]).WithFile("Backup/file", [2]).WithFile("Backup/other", [3]);
        Directory.CreateDirectory(_directory["elsewhere"]);
        Directory.CreateDirectory(_directory["root"]);
        Directory.CreateSymbolicLink(Path.Combine(_directory["root"], "folder"), _directory["elsewhere"]);
        File.CreateSymbolicLink(Path.Combine(_directory["root"], "file"), _directory["victim 1"]);
        File.CreateSymbolicLink(Path.Combine(_directory["root"], "other.partial"), _directory["victim 2"]);

        var result = await scenario.Client.Content.DownloadFolderAsync(
            Source, _directory["root"], new DownloadFolderOptions { Overwrite = true });

        Assert.Equal(["file", "folder", "other"], result.Failures.Select(failure => failure.RelativePath).Order(StringComparer.Ordinal));
        Assert.All(
            result.Failures,
            failure => Assert.Equal(LocalNameProblem.SymbolicLink, Assert.IsType<UnsafeLocalNameException>(failure.Error).Problem));
        Assert.Empty(Directory.GetFileSystemEntries(_directory["elsewhere"]));
        Assert.Equal(["elsewhere", "root"], _directory.Files);
    }

    [Fact]
    public async Task DownloadFolderAsync_ASecondTime_FetchesOnlyWhatChanged()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("Backup/a/same", [1]).WithFile("Backup/changed", [2]).WithFile("Backup/left/out", [3]);
        var options = new DownloadFolderOptions { Overwrite = true, Filter = path => path != "left/" };
        await scenario.Client.Content.DownloadFolderAsync(Source, _directory["root"], options);
        scenario.Drive.WithFile("Backup/changed", [4]);
        scenario.Emulator.Traffic.Clear();

        var result = await scenario.Client.Content.DownloadFolderAsync(Source, _directory["root"], options);

        Assert.Equal((1, 1, 0), (result.FilesTransferred, result.FilesUnchanged, result.Failed));
        Assert.Single(scenario.Emulator.Traffic.Of(EmulatorOperation.Download));
        Assert.Equal([4], await File.ReadAllBytesAsync(Path.Combine(_directory["root"], "changed")));
        Assert.False(Directory.Exists(Path.Combine(_directory["root"], "left")));
    }

    [Fact]
    public async Task DownloadFolderAsync_WhenALocalFileIsDifferent_LeavesItAlone()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("Backup/a", [1]).WithFile("Backup/b", [2]);
        Directory.CreateDirectory(_directory["root"]);
        await File.WriteAllBytesAsync(Path.Combine(_directory["root"], "a"), [9]);

        var result = await scenario.Client.Content.DownloadFolderAsync(Source, _directory["root"]);

        Assert.Equal((1, 1), (result.Failed, result.FilesTransferred));
        Assert.Equal([9], await File.ReadAllBytesAsync(Path.Combine(_directory["root"], "a")));
    }
}
