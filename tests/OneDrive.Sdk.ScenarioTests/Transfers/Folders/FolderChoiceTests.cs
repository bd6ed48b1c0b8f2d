using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers.Folders;

/// <summary>Which files are sent again, and what happens to those that are in the way.</summary>
public sealed class FolderChoiceTests : IDisposable
{
    private readonly FolderTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData(FolderComparison.SizeAndHash, "bytes length")]
    [InlineData(FolderComparison.SizeAndTime, "length time")]
    [InlineData(FolderComparison.None, "bytes length same time")]
    public async Task UploadFolderAsync_ASecondTime_SendsWhatTheComparisonFindsChanged(FolderComparison comparison, string sent)
    {
        await using var scenario = await Scenario.StartAsync();
        _tree.Write("same", "bytes", "length", "time");
        var options = new UploadFolderOptions { Comparison = comparison, Conflict = ConflictBehavior.Replace };
        (await scenario.Client.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source, options)).EnsureComplete();
        Change(_tree.Source);
        var told = new Told();

        var result = await scenario.Client.Content.UploadFolderAsync(
            FolderTree.Remote,
            _tree.Source,
            new UploadFolderOptions { Comparison = comparison, Conflict = ConflictBehavior.Replace, Progress = told });

        result.EnsureComplete();
        Assert.Equal(sent, Transferred(told));
        Assert.Equal(4, result.FilesTransferred + result.FilesUnchanged);
        if (sent.Contains("bytes", StringComparison.Ordinal))
            Assert.Equal("BYTES"u8.ToArray(), await scenario.Drive.ReadContentAsync("Backup/bytes"));
    }

    [Theory]
    [InlineData(FolderComparison.SizeAndHash, "bytes length")]
    [InlineData(FolderComparison.SizeAndTime, "length time")]
    [InlineData(FolderComparison.None, "bytes length same time")]
    public async Task DownloadFolderAsync_ASecondTime_FetchesWhatTheComparisonFindsChanged(FolderComparison comparison, string fetched)
    {
        await using var scenario = await Scenario.StartAsync();
        _tree.Write("same", "bytes", "length", "time");
        (await scenario.Client.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source)).EnsureComplete();
        (await scenario.Client.Content.DownloadFolderAsync(FolderTree.Remote, _tree.Copy)).EnsureComplete();
        Change(_tree.Copy);
        var told = new Told();

        var result = await scenario.Client.Content.DownloadFolderAsync(
            FolderTree.Remote, _tree.Copy, new DownloadFolderOptions { Comparison = comparison, Overwrite = true, Progress = told });

        result.EnsureComplete();
        Assert.Equal(fetched, Transferred(told));
        if (fetched.Contains("bytes", StringComparison.Ordinal))
            Assert.Equal("bytes", await File.ReadAllTextAsync(Path.Combine(_tree.Copy, "bytes")));
    }

    [Theory]
    [InlineData(ConflictBehavior.Fail, "old", 1)]
    [InlineData(ConflictBehavior.Replace, "a", 1)]
    [InlineData(ConflictBehavior.Rename, "old", 2)]
    public async Task UploadFolderAsync_WhenAnotherFileIsInTheWay_DoesAsTold(ConflictBehavior conflict, string content, int files)
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("Backup/a", "old"u8.ToArray());
        _tree.Write("a");

        var result = await scenario.Client.Content.UploadFolderAsync(
            FolderTree.Remote, _tree.Source, new UploadFolderOptions { Conflict = conflict });

        Assert.Equal(conflict is not ConflictBehavior.Fail, result.IsComplete);
        Assert.Equal(content, System.Text.Encoding.UTF8.GetString(await scenario.Drive.ReadContentAsync("Backup/a")));
        Assert.Equal(files, scenario.Drive.ListItems().Count(item => !item.IsFolder));
    }

    [Fact]
    public async Task UploadFolderAsync_WithAFilter_NeverLooksIntoWhatItLeavesOut()
    {
        await using var scenario = await Scenario.StartAsync();
        _tree.Write("keep/a.txt", "keep/b.tmp", "node_modules/x/y", "c.txt");
        var asked = new List<string>();

        var result = await scenario.Client.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source, new UploadFolderOptions
        {
            Filter = path =>
            {
                asked.Add(path);
                return path != "node_modules/" && !path.EndsWith(".tmp", StringComparison.Ordinal);
            },
        });

        result.EnsureComplete();
        Assert.Equal(["c.txt", "keep/", "keep/a.txt", "keep/b.tmp", "node_modules/"], asked.Order(StringComparer.Ordinal));
        Assert.Equal((2, 0), (result.FilesTransferred, result.Skipped));
        Assert.Equal(
            ["Backup", "a.txt", "c.txt", "keep"], scenario.Drive.ListItems().Select(item => item.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task UploadFolderAsync_WhenTheFilterThrows_EndsWithItsError()
    {
        await using var scenario = await Scenario.StartAsync();
        _tree.Write("a");

        await Assert.ThrowsAsync<IOException>(() => scenario.Client.Content.UploadFolderAsync(
            FolderTree.Remote, _tree.Source, new UploadFolderOptions { Filter = _ => throw new IOException("not of a file") }));
    }

    [Fact]
    public async Task UploadFolderAsync_ASecondTime_AsksOncePerFolderAndNeverPerFile()
    {
        await using var scenario = await Scenario.StartAsync();
        _tree.WriteMany(30);
        await scenario.Client.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source);
        scenario.Emulator.Traffic.Clear();

        var result = await scenario.Client.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source);

        Assert.Equal(30, result.FilesUnchanged);
        Assert.Equal(4, scenario.Emulator.Traffic.Of(EmulatorOperation.ListChildren).Count);
        Assert.Equal(5, scenario.Emulator.Traffic.Count);
    }

    [Fact]
    public async Task DownloadFolderAsync_AsksForAFileTwiceAndForAFolderOnce()
    {
        await using var scenario = await Scenario.StartAsync();
        _tree.WriteMany(30);
        await scenario.Client.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source);
        scenario.Emulator.Traffic.Clear();

        (await scenario.Client.Content.DownloadFolderAsync(FolderTree.Remote, _tree.Copy)).EnsureComplete();

        Assert.Equal(4, scenario.Emulator.Traffic.Of(EmulatorOperation.ListChildren).Count);
        Assert.Equal(1 + 4 + (2 * 30), scenario.Emulator.Traffic.Count);
    }

    private static void Change(string root)
    {
        string[] names = ["same", "bytes", "length", "time"];
        var times = names.ToDictionary(name => name, name => File.GetLastWriteTimeUtc(Path.Combine(root, name)));
        File.WriteAllText(Path.Combine(root, "bytes"), "BYTES");
        File.AppendAllText(Path.Combine(root, "length"), "+");
        foreach (var name in names)
            File.SetLastWriteTimeUtc(Path.Combine(root, name), times[name] + TimeSpan.FromSeconds(name == "time" ? 60 : 1));
    }

    private static string Transferred(Told told) => string.Join(
        ' ',
        told.Items.Where(item => item is { Outcome: FolderTransferOutcome.Transferred, IsFolder: false })
            .Select(item => item.RelativePath).Order(StringComparer.Ordinal));
}
