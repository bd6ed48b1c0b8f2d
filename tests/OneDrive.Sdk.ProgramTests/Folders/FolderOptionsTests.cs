using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ProgramTests.Mirror;

namespace OneDrive.Sdk.ProgramTests.Folders;

/// <summary>The options of folder transfers that the programs need.</summary>
public sealed class FolderOptionsTests
{
    [Fact]
    public async Task UploadFolderAsync_WithDryRun_TellsWhatItWouldDoAndWritesNothing()
    {
        await using var scenario = await MirrorScenario.StartAsync();
        Write(scenario, "new/file.bin", 1000);
        Write(scenario, "same.bin", 10);
        scenario.Drive.WithFile("Backup/same.bin", new byte[10]);

        var result = await scenario.Client.Content.UploadFolderAsync(
            MirrorScenario.At("Backup"), scenario.Local, new UploadFolderOptions { DryRun = true });

        Assert.Equal((1, 1, 1, 1000), (result.FilesTransferred, result.FilesUnchanged, result.FoldersCreated, result.BytesTransferred));
        Assert.Equal(2, scenario.Drive.ListItems().Count(item => item.Name is "Backup" or "same.bin"));
        Assert.Null(scenario.Drive.FindItem("Backup/new"));
    }

    [Fact]
    public async Task UploadFolderAsync_WithDryRunToAFolderThatIsMissing_MakesNothing()
    {
        await using var scenario = await MirrorScenario.StartAsync();
        Write(scenario, "a/b/file.bin", 10);

        var result = await scenario.Client.Content.UploadFolderAsync(
            MirrorScenario.At("Missing/Folder"), scenario.Local, new UploadFolderOptions { DryRun = true });

        Assert.Equal((1, 2, 0), (result.FilesTransferred, result.FoldersCreated, result.Failed));
        Assert.Null(scenario.Drive.FindItem("Missing"));
    }

    [Fact]
    public async Task DownloadFolderAsync_WithDryRun_TellsWhatItWouldDoAndWritesNothing()
    {
        await using var scenario = await MirrorScenario.StartAsync();
        scenario.Drive.WithFile("Folder/sub/file.bin", new byte[1000]);

        var result = await scenario.Client.Content.DownloadFolderAsync(
            MirrorScenario.At("Folder"), scenario.Local, new DownloadFolderOptions { DryRun = true });

        Assert.Equal((1, 1, 1000), (result.FilesTransferred, result.FoldersCreated, result.BytesTransferred));
        Assert.False(Directory.Exists(scenario.Local));
    }

    [Fact]
    public async Task UploadFolderAsync_WithByteProgress_CountsEveryByteOnceAndNeverGoesBack()
    {
        await using var scenario = await MirrorScenario.StartAsync();
        Write(scenario, "one.bin", 300_000);
        Write(scenario, "sub/two.bin", 5);
        Write(scenario, "same.bin", 70);
        scenario.Drive.WithFile("Backup/same.bin", new byte[70]);
        var told = new Told();

        await scenario.Client.Content.UploadFolderAsync(
            MirrorScenario.At("Backup"), scenario.Local, new UploadFolderOptions { ByteProgress = told });

        Assert.Equal(new TransferProgress(300_075, 300_075), told.Values[^1] with { BytesPerSecond = null, TimeRemaining = null });
        Assert.Equal(told.Values.Select(value => value.BytesTransferred).Order(), told.Values.Select(value => value.BytesTransferred));
    }

    [Fact]
    public async Task UploadFolderAsync_WhenIsSameSaysSo_LeavesTheFileAsItIs()
    {
        await using var scenario = await MirrorScenario.StartAsync();
        Write(scenario, "file.bin", 10);
        scenario.Drive.WithFile("Backup/file.bin", [1]);

        var result = await scenario.Client.Content.UploadFolderAsync(
            MirrorScenario.At("Backup"),
            scenario.Local,
            new UploadFolderOptions { Conflict = ConflictBehavior.Replace, IsSame = (local, item) => local.Name == item.Name });

        Assert.Equal((0, 1), (result.FilesTransferred, result.FilesUnchanged));
    }

    [Fact]
    public async Task UploadFolderAsync_OfARefusedName_SendsNothingUnlessTheServiceIsToBeAsked()
    {
        await using var scenario = await MirrorScenario.StartAsync();
        Write(scenario, "a:b.txt", 1);
        Write(scenario, "~$x/below.txt", 1);
        var options = new UploadFolderOptions();

        var result = await scenario.Client.Content.UploadFolderAsync(MirrorScenario.At("Backup"), scenario.Local, options);
        var uploads = scenario.Emulator.Traffic.Of(EmulatorOperation.PutContent).Count;
        var asked = await scenario.Client.Content.UploadFolderAsync(
            MirrorScenario.At("Backup"), scenario.Local, new UploadFolderOptions { CheckNames = false });

        Assert.Equal((3, 0), (result.Failed, uploads));
        Assert.All(result.Failures, failure => Assert.IsType<InvalidItemNameException>(failure.Error));
        Assert.All(asked.Failures, failure => Assert.IsAssignableFrom<OneDriveApiException>(failure.Error));
    }

    private static void Write(MirrorScenario scenario, string path, int length)
    {
        var full = Path.Combine(scenario.Local, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, new byte[length]);
    }

    private sealed class Told : IProgress<TransferProgress>
    {
        internal List<TransferProgress> Values { get; } = [];

        public void Report(TransferProgress value) => Values.Add(value);
    }
}
