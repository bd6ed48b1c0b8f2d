using System.Text;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers.Folders;

public sealed class UploadFolderTests : IDisposable
{
    private static readonly ItemAddress Target = DriveAddress.Me.Path("/Backup");

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task UploadFolderAsync_ThenDownloadFolderAsync_GivesTheSameTree()
    {
        await using var scenario = await Scenario.StartAsync();
        var deep = string.Join('/', Enumerable.Range(1, 30).Select(level => $"level {level}"));
        Write(deep + "/bottom.txt");
        Write("awkward/100% #1 & 'x' ü 😀+a.txt");
        Directory.CreateDirectory(Path.Combine(_directory["source"], "empty", "inner"));
        for (var index = 0; index < 300; index++)
            Write($"small/file {index}.bin");
        File.WriteAllBytes(Path.Combine(_directory["source"], "nothing"), []);
        File.SetLastWriteTimeUtc(
            Path.Combine(_directory["source"], "small/file 7.bin"), new DateTime(2020, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        var told = new Told();

        var up = await scenario.Client.Content.UploadFolderAsync(Target, _directory["source"], new UploadFolderOptions { Progress = told });
        var down = await scenario.Client.Content.DownloadFolderAsync(Target, _directory["copy"]);

        up.EnsureComplete();
        down.EnsureComplete();
        Assert.Equal((303, 34, 303, 34), (up.FilesTransferred, up.FoldersCreated, down.FilesTransferred, down.FoldersCreated));
        Assert.Equal(337, told.Items.Select(item => item.RelativePath).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(35, scenario.Emulator.Traffic.Of(EmulatorOperation.CreateFolder).Count);
        Assert.Equal(Describe(_directory["source"]), Describe(_directory["copy"]));
        Assert.Equal(2020, File.GetLastWriteTimeUtc(Path.Combine(_directory["copy"], "small/file 7.bin")).Year);
    }

    [Theory]
    [InlineData(FolderComparison.SizeAndHash)]
    [InlineData(FolderComparison.SizeAndTime)]
    public async Task UploadFolderAsync_WhenNothingChanged_TransfersNothing(FolderComparison comparison)
    {
        await using var scenario = await Scenario.StartAsync();
        Write("a/one");
        Write("two");
        await scenario.Client.Content.UploadFolderAsync(Target, _directory["source"]);
        scenario.Emulator.Traffic.Clear();

        var again = await scenario.Client.Content.UploadFolderAsync(
            Target, _directory["source"], new UploadFolderOptions { Comparison = comparison });

        Assert.Equal((2, 0, 0), (again.FilesUnchanged, again.FilesTransferred, again.Failed));
        Assert.DoesNotContain(scenario.Emulator.Traffic, entry => entry.Method == "PUT");
        Assert.Empty(scenario.Emulator.Traffic.Of(EmulatorOperation.CreateUploadSession));
    }

    [Fact]
    public async Task UploadFolderAsync_WhenAFileIsThereWithOtherContent_FailsThatFileOnly()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("Backup/a", Encoding.UTF8.GetBytes("other"));
        Write("a");
        Write("b");

        var result = await scenario.Client.Content.UploadFolderAsync(Target, _directory["source"]);

        var failure = Assert.Single(result.Failures);
        Assert.IsType<ItemConflictException>(failure.Error);
        Assert.Equal(("a", 1), (failure.RelativePath, result.FilesTransferred));
        Assert.Throws<AggregateException>(result.EnsureComplete);
        Assert.Equal("other", Encoding.UTF8.GetString(await scenario.Drive.ReadContentAsync("Backup/a")));
    }

    [Fact]
    public async Task UploadFolderAsync_WhenTheFirstErrorEndsIt_Stops()
    {
        await using var scenario = await Scenario.StartAsync();
        for (var index = 0; index < 50; index++)
            Write($"{index}");
        scenario.Emulator.Faults.Add(Fault.Status(403).On(EmulatorOperation.CreateUploadSession).Always());

        var result = await scenario.Client.Content.UploadFolderAsync(
            Target, _directory["source"], new UploadFolderOptions { StopOnFirstError = true, MaxConcurrentFiles = 1 });

        Assert.Equal(Assert.Single(result.Failures).Error, result.EndedBy);
        Assert.Empty(scenario.Emulator.Traffic.Of(EmulatorOperation.UploadFragment));
        Assert.InRange(scenario.Emulator.Traffic.Of(EmulatorOperation.CreateUploadSession).Count, 1, 41);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public async Task UploadFolderAsync_WhenTheConcurrencyCannotWork_AsksForNothing(int files)
    {
        await using var scenario = await Scenario.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => scenario.Client.Content.UploadFolderAsync(
            Target, _directory.Path, new UploadFolderOptions { MaxConcurrentFiles = files }));

        Assert.Empty(scenario.Emulator.Traffic);
    }

    private static string[] Describe(string root) =>
    [
        .. Directory.EnumerateFileSystemEntries(root, "*", SearchOption.AllDirectories)
            .Select(path => $"{Path.GetRelativePath(root, path)} {(File.Exists(path) ? File.ReadAllText(path) : "folder")}")
            .Order(StringComparer.Ordinal),
    ];

    private void Write(string path)
    {
        var full = Path.Combine(_directory["source"], path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, path);
    }
}
