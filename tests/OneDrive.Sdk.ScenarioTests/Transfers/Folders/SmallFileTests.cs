using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers.Folders;

/// <summary>Small files with their times: one request a file, one version, and no session that stays open.</summary>
public sealed class SmallFileTests : IDisposable
{
    private const int Files = 50;
    private const string Root = "Backup/";
    private static readonly DateTime Time = new(2021, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    private readonly FolderTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData(ConflictBehavior.Fail)]
    [InlineData(ConflictBehavior.Replace)]
    public async Task UploadFolderAsync_OfSmallFiles_SendsOneRequestAFileAndOneForTwentySessions(ConflictBehavior conflict)
    {
        await using var scenario = await Scenario.StartAsync();
        WriteFiles();

        var result = await scenario.Client.Content.UploadFolderAsync(
            FolderTree.Remote, _tree.Source, new UploadFolderOptions { Conflict = conflict });

        result.EnsureComplete();
        var traffic = scenario.Emulator.Traffic;
        Assert.Equal(
            (Files, Files, 3, 0),
            (
                traffic.Of(EmulatorOperation.UploadFragment).Count,
                traffic.Of(EmulatorOperation.CreateUploadSession).Count,
                traffic.Of(EmulatorOperation.Batch).Count,
                traffic.Of(EmulatorOperation.PutContent).Count));
        await AssertOneVersionEachAsync(scenario);
    }

    [Fact]
    public async Task UploadFolderAsync_WhenFilesChanged_AddsOneVersion()
    {
        await using var scenario = await Scenario.StartAsync();
        WriteFiles();
        await scenario.Client.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source);
        scenario.Emulator.Traffic.Clear();
        for (var index = 0; index < 30; index++)
            File.AppendAllText(_tree[$"{index % 3}/file {index:000}"], " and more");

        var result = await scenario.Client.Content.UploadFolderAsync(
            FolderTree.Remote, _tree.Source, new UploadFolderOptions { Conflict = ConflictBehavior.Replace });

        Assert.Equal((30, 20, 0), (result.FilesTransferred, result.FilesUnchanged, result.Failed));
        Assert.InRange(scenario.Emulator.Traffic.Of(EmulatorOperation.Batch).Count, 1, 3);
        Assert.Equal(2, await CountVersionsAsync(scenario, "0/file 000"));
        Assert.Equal(1, await CountVersionsAsync(scenario, "1/file 049"));
    }

    [Fact]
    public async Task UploadFolderAsync_OfAnEmptyFile_SetsItsTimeAfterwards()
    {
        await using var scenario = await Scenario.StartAsync();
        _tree.Write("a");
        File.WriteAllBytes(_tree["empty"], []);
        File.SetLastWriteTimeUtc(_tree["empty"], Time);

        (await scenario.Client.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source)).EnsureComplete();

        Assert.Equal(Time, scenario.Drive.FindItem("Backup/empty")!.FileSystemModified.UtcDateTime);
        Assert.Single(scenario.Emulator.Traffic.Of(EmulatorOperation.PutContent));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(25)]
    public async Task UploadFolderAsync_WhenCancelled_LeavesNoSessionOpen(int requests)
    {
        await using var scenario = await Scenario.StartAsync();
        WriteFiles();
        using var source = new CancellationTokenSource();
        var seen = 0;
        using var client = scenario.NewClient(transport: new WatchingTransport(_ =>
        {
            if (Interlocked.Increment(ref seen) == requests)
                source.Cancel();
            return Task.CompletedTask;
        }));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source, cancellationToken: source.Token));

        Assert.True(SpinWait.SpinUntil(() => scenario.Emulator.OpenUploadSessions == 0, TimeSpan.FromSeconds(20)), "A session is open.");
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(6, false)]
    [InlineData(6, true)]
    [InlineData(15, false)]
    [InlineData(15, true)]
    [InlineData(40, true)]
    public async Task UploadFolderAsync_AfterAKill_MakesOneVersionOfEachFileWithItsTime(int requests, bool reachesTheService)
    {
        await using var scenario = await Scenario.StartAsync();
        WriteFiles();
        using (var dying = scenario.NewClient(
            options => options.Retry.Mode = RetryMode.None, transport: new DyingTransport(requests, reachesTheService)))
        {
            // A process that was killed sends nothing more: neither files, nor the deletion of sessions.
            try
            {
                await dying.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source);
            }
            catch (OneDriveException)
            {
                // The folder itself could not be read.
            }
        }

        var result = await scenario.Client.Content.UploadFolderAsync(
            FolderTree.Remote, _tree.Source, new UploadFolderOptions { Conflict = ConflictBehavior.Replace });

        result.EnsureComplete();
        await AssertOneVersionEachAsync(scenario, isKilled: true);
    }

    private void WriteFiles()
    {
        _tree.WriteMany(Files);
        foreach (var file in Directory.EnumerateFiles(_tree.Source, "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, Time);
    }

    private static async Task AssertOneVersionEachAsync(Scenario scenario, bool isKilled = false)
    {
        Assert.Equal(EmulatorDriveType.Business, scenario.Drive.DriveType);
        var files = scenario.Drive.ListItems()
            .Where(item => !item.IsFolder && item.Path.Contains(Root, StringComparison.Ordinal)).ToList();
        Assert.Equal(Files, files.Count);
        Assert.All(files, file => Assert.Equal(Time, file.FileSystemModified.UtcDateTime));
        foreach (var file in files)
            Assert.Equal(1, await CountVersionsAsync(scenario, file.Path.Split(Root)[1]));
        if (!isKilled)
            Assert.Equal(0, scenario.Emulator.OpenUploadSessions);
    }

    private static async Task<int> CountVersionsAsync(Scenario scenario, string path)
    {
        var count = 0;
        await foreach (var _ in scenario.Client.Versions.ListAsync(DriveAddress.Me.Path($"/Backup/{path}")))
            count++;
        return count;
    }

    /// <summary>Lets some requests through, and then none; the service may get the next one, but its response is lost.</summary>
    private sealed class DyingTransport(int requests, bool reachesTheService)
        : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        private int _seen;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var number = Interlocked.Increment(ref _seen);
            if (number <= requests)
                return await base.SendAsync(request, cancellationToken);
            if (reachesTheService && number == requests + 1)
                (await base.SendAsync(request, cancellationToken)).Dispose();
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The process was killed.");
        }
    }
}
