using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers.Folders;

/// <summary>A folder that was broken off goes on: finished files are not sent again, large ones from their last byte.</summary>
public sealed class FolderResumeTests : IDisposable
{
    private const int Unit = TransferScenario.Unit;
    private const int Length = 20 * Unit;

    private readonly FolderTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task UploadFolderAsync_WhenItWasCancelledOrKilled_SendsOnlyTheRest(bool wasKilled)
    {
        await using var scenario = await TransferScenario.StartAsync();
        _tree.WriteMany(6);
        await File.WriteAllBytesAsync(_tree["zlarge"], GeneratedStream.Bytes(0, Length));
        using var cancellation = new CancellationTokenSource();
        var fragments = 0;
        var smallFiles = 0;
        var smallFilesAreDone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using (var first = NewClient(scenario, _tree.Work, new WatchingTransport(async request =>
        {
            if (request.Content?.Headers.ContentRange is not { Length: Length } || ++fragments != 9)
                return;

            // What a killed process leaves is what is on the disk now; its leases pass to others when it is gone.
            await smallFilesAreDone.Task;
            Copy(_tree.Work, _tree.Work + " of the killed");
            await cancellation.CancelAsync();
            cancellation.Token.ThrowIfCancellationRequested();
        })))
        {
            var progress = new Told(item =>
            {
                if (!item.IsFolder && ++smallFiles == 6)
                    smallFilesAreDone.SetResult();
            });
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => first.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source, Options(progress), cancellation.Token));
        }

        scenario.Emulator.Traffic.Clear();
        using var second = NewClient(scenario, wasKilled ? _tree.Work + " of the killed" : _tree.Work);

        var result = await second.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source, Options());

        result.EnsureComplete();
        Assert.Equal((6, 1), (result.FilesUnchanged, result.FilesTransferred));
        Assert.Equal(
            12, scenario.Emulator.Traffic.Of(EmulatorOperation.UploadFragment).Count(entry => entry.RequestBodyLength == Unit));
        Assert.Equal(GeneratedStream.Bytes(0, Length), await scenario.Drive.ReadContentAsync("Backup/zlarge"));
        Assert.Equal(7, scenario.Drive.ListItems().Count(item => !item.IsFolder));
    }

    [Fact]
    public async Task UploadFolderAsync_WhenFilesFitIntoOneFragment_TakesNoNotesOfThem()
    {
        await using var scenario = await TransferScenario.StartAsync();
        _tree.WriteMany(6);
        using var client = NewClient(scenario, _tree.Work);

        (await client.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source, Options())).EnsureComplete();

        Assert.False(Directory.Exists(_tree.Work));
    }

    [Fact]
    public async Task DownloadFolderAsync_WhenItWasCancelled_FetchesOnlyTheRest()
    {
        await using var scenario = await Scenario.StartAsync();
        _tree.WriteMany(30);
        await scenario.Client.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source);
        using var cancellation = new CancellationTokenSource();
        var files = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scenario.Client.Content.DownloadFolderAsync(
            FolderTree.Remote,
            _tree.Copy,
            new DownloadFolderOptions
            {
                Progress = new Told(item =>
                {
                    if (!item.IsFolder && ++files == 10)
                        cancellation.Cancel();
                }),
            },
            cancellation.Token));
        var done = Directory.GetFiles(_tree.Copy, "*", SearchOption.AllDirectories).Length;

        var result = await scenario.Client.Content.DownloadFolderAsync(FolderTree.Remote, _tree.Copy);

        result.EnsureComplete();
        Assert.InRange(done, 10, 29);
        Assert.Equal((30 - done, done), (result.FilesTransferred, result.FilesUnchanged));
        Assert.Equal(FolderTree.Describe(_tree.Source), FolderTree.Describe(_tree.Copy));
    }

    private static UploadFolderOptions Options(Told? told = null) =>
        new() { ResumeKeyPrefix = "job", MaxConcurrentFiles = 2, Progress = told };

    private static OneDriveClient NewClient(Scenario scenario, string store, HttpMessageHandler? transport = null) => scenario.NewClient(
        options =>
        {
            options.Transfers.FragmentSize = Unit;
            options.UploadSessionStore = new FileUploadSessionStore(store);
        },
        transport: transport);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var file in Directory.GetFiles(from).Where(file => Path.GetExtension(file) is not (".lease" or ".held")))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
