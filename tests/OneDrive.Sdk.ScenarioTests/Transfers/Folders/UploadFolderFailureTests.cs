using System.Formats.Tar;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.FieldTests.Support;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers.Folders;

/// <summary>What goes wrong with one file stays with it; what would go wrong with every file ends the transfer.</summary>
public sealed class UploadFolderFailureTests : IDisposable
{
    private readonly FolderTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData(423, typeof(ResourceLockedException))]
    [InlineData(403, typeof(OneDriveApiException))]
    [InlineData(400, typeof(OneDriveApiException))]
    [InlineData(413, typeof(OneDriveApiException))]
    public async Task UploadFolderAsync_WhenTheServiceRefusesOneFile_UploadsTheOthers(int status, Type error)
    {
        await using var scenario = await Scenario.StartAsync(client: options =>
        {
            options.Retry.MaxElapsed = TimeSpan.FromSeconds(1);
            options.TimeProvider = new FastTime();
        });
        _tree.Write("a", "b/refused", "b/c", "d");
        scenario.Emulator.Faults.Add(
            Fault.Status(status).On(EmulatorOperation.CreateUploadSession).OnPath("refused").Always());

        var result = await scenario.Client.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source);

        var failure = Assert.Single(result.Failures);
        Assert.Equal("b/refused", failure.RelativePath);
        Assert.IsType(error, failure.Error);
        Assert.Equal((3, 1, null), (result.FilesTransferred, result.Failed, result.EndedBy));
        Assert.Equal(["a", "b/c", "d"], Uploaded(scenario));
    }

    [Fact]
    public async Task UploadFolderAsync_WhenAFileIsInUse_UploadsTheOthers()
    {
        await using var scenario = await Scenario.StartAsync();
        _tree.Write("a", "b");
        await using var user = new FileStream(_tree["a"], FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var result = await scenario.Client.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source);

        Assert.Equal("a", Assert.Single(result.Failures).RelativePath);
        Assert.IsAssignableFrom<IOException>(result.Failures[0].Error);
        Assert.Equal(["b"], Uploaded(scenario));
    }

    [Fact]
    public async Task UploadFolderAsync_WhenAFileIsDeletedMeanwhile_SkipsIt()
    {
        await using var scenario = await Scenario.StartAsync();
        _tree.Write("a", "b", "c/d");
        var told = new Told();

        var result = await scenario.Client.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source, new UploadFolderOptions
        {
            Progress = told,
            Filter = path =>
            {
                if (path is "a")
                    File.Delete(_tree[path]);
                return true;
            },
        });

        result.EnsureComplete();
        var skipped = Assert.Single(told.Items, item => item.Outcome is FolderTransferOutcome.Skipped);
        Assert.Equal(("a", FolderSkipReason.Deleted), (skipped.RelativePath, skipped.SkipReason));
        Assert.Equal(["b", "c/d"], Uploaded(scenario));
    }

    [Fact]
    public async Task UploadFolderAsync_WhenAFileChangesMeanwhile_SaysSo()
    {
        await using var scenario = await Scenario.StartAsync();
        _tree.Write("a", "b");
        File.WriteAllBytes(_tree["a"], new byte[1_100_000]);
        using var client = scenario.NewClient(transport: new WatchingTransport(request =>
        {
            if (request.RequestUri!.AbsolutePath.Contains("/a:/createUploadSession", StringComparison.Ordinal))
                File.SetLastWriteTimeUtc(_tree["a"], new DateTime(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            return Task.CompletedTask;
        }));

        var result = await client.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source);
        var again = await client.Content.UploadFolderAsync(
            FolderTree.Remote,
            _tree.Source,
            new UploadFolderOptions { Comparison = FolderComparison.SizeAndTime, Conflict = ConflictBehavior.Replace });

        Assert.Contains("changed", Assert.IsType<IOException>(Assert.Single(result.Failures).Error).Message, StringComparison.Ordinal);
        Assert.Equal(1, result.FilesTransferred);
        again.EnsureComplete();
        Assert.Equal((1, 1), (again.FilesTransferred, again.FilesUnchanged));
    }

    [Fact]
    public async Task UploadFolderAsync_WhenThereIsAPipe_DoesNotWaitForIt()
    {
        await using var scenario = await Scenario.StartAsync();
        _tree.Write("a");
        if (!OperatingSystem.IsWindows())
            await new PaxTarEntry(TarEntryType.Fifo, "pipe").ExtractToFileAsync(_tree["pipe"], overwrite: false);
        File.WriteAllBytes(_tree["empty"], []);
        var told = new Told();

        var result = await scenario.Client.Content.UploadFolderAsync(
            FolderTree.Remote, _tree.Source, new UploadFolderOptions { Progress = told }).WaitAsync(TimeSpan.FromSeconds(30));

        result.EnsureComplete();
        Assert.Equal(["a", "empty"], Uploaded(scenario));
        Assert.Equal(
            OperatingSystem.IsWindows() ? [] : ["pipe"],
            told.Items.Where(item => item.SkipReason is FolderSkipReason.NotAFile).Select(item => item.RelativePath));
    }

    [Fact]
    public async Task UploadFolderAsync_WhenNamesDifferInCaseOnly_NeverReplacesOneByTheOther()
    {
        await using var scenario = await Scenario.StartAsync();
        _tree.Write("Readme", "README", "b/x", "B/y");
        var areTwo = Directory.GetFiles(_tree.Source).Length == 2;

        var result = await scenario.Client.Content.UploadFolderAsync(
            FolderTree.Remote, _tree.Source, new UploadFolderOptions { Conflict = ConflictBehavior.Replace, MaxConcurrentFiles = 1 });

        Assert.Equal(areTwo ? 2 : 0, result.Failed);
        Assert.All(
            result.Failures,
            failure => Assert.Equal(LocalNameProblem.CaseCollision, Assert.IsType<UnsafeLocalNameException>(failure.Error).Problem));
        Assert.DoesNotContain(
            result.Failures,
            failure => scenario.Drive.ListItems().Any(item => item.Name.Equals(failure.RelativePath, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task UploadFolderAsync_WhenAFileStandsWhereAFolderShould_FailsThatFolderOnly()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("Backup/taken", [1]);
        _tree.Write("taken/inner", "other/inner");

        var result = await scenario.Client.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source);

        Assert.Equal(
            ["taken", "taken/inner"], result.Failures.Select(failure => failure.RelativePath).Order(StringComparer.Ordinal));
        Assert.All(result.Failures, failure => Assert.IsType<ItemConflictException>(failure.Error));
        Assert.Equal((1, 1), (result.FilesTransferred, result.FoldersCreated));
    }

    [Fact]
    public async Task UploadFolderAsync_WhenTheDriveIsFull_StopsAndGoesOnLater()
    {
        await using var scenario = await Scenario.StartAsync();
        _tree.WriteMany(60);
        scenario.Emulator.Faults.Add(Fault.Status(507).On(EmulatorOperation.CreateUploadSession).After(10).Times(1000));
        var options = new UploadFolderOptions { MaxConcurrentFiles = 2 };

        var full = await scenario.Client.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source, options);
        var tried = scenario.Emulator.Traffic.Of(EmulatorOperation.CreateUploadSession).Count;
        scenario.Emulator.Faults.Clear();
        var later = await scenario.Client.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source, options);

        Assert.IsType<QuotaExceededException>(full.EndedBy);
        Assert.False(full.IsComplete);
        Assert.InRange(full.FilesTransferred, 0, 10);
        Assert.InRange(tried, 11, 42);
        later.EnsureComplete();
        Assert.Equal((60, 60), (later.FilesTransferred + later.FilesUnchanged, full.FilesTransferred + later.FilesTransferred));
        Assert.Equal(0, scenario.Emulator.OpenUploadSessions);
    }

    [Fact]
    public async Task UploadFolderAsync_WhenTheSignInIsOver_Stops()
    {
        await using var scenario = await Scenario.StartAsync();
        _tree.WriteMany(60);
        scenario.Emulator.Faults.Add(Fault.Status(401).On(EmulatorOperation.CreateUploadSession).After(5).Times(1000));

        var result = await scenario.Client.Content.UploadFolderAsync(
            FolderTree.Remote, _tree.Source, new UploadFolderOptions { MaxConcurrentFiles = 1 });

        Assert.NotNull(result.EndedBy);
        Assert.Equal(1, result.Failed);
        Assert.InRange(result.FilesTransferred, 0, 5);
        Assert.Equal(0, scenario.Emulator.OpenUploadSessions);
    }

    [Fact]
    public async Task UploadFolderAsync_WhenTheServiceWantsALongPause_StopsInsteadOfFailingEveryFile()
    {
        await using var scenario = await Scenario.StartAsync();
        _tree.WriteMany(60);
        scenario.Emulator.Faults.Add(
            Fault.Throttle(TimeSpan.FromHours(1)).On(EmulatorOperation.CreateUploadSession).After(5).Times(1));

        var result = await scenario.Client.Content.UploadFolderAsync(
            FolderTree.Remote, _tree.Source, new UploadFolderOptions { MaxConcurrentFiles = 1 });

        Assert.InRange(
            Assert.IsType<ThrottledException>(result.EndedBy).RetryAfter!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromHours(1));
        Assert.Equal(1, result.Failed);
        Assert.InRange(result.FilesTransferred, 0, 20);
        Assert.Equal(0, scenario.Emulator.OpenUploadSessions);
    }

    private static string[] Uploaded(Scenario scenario) =>
    [
        .. scenario.Drive.ListItems().Where(item => !item.IsFolder)
            .Select(item => item.Path.Split("Backup/")[1]).Order(StringComparer.Ordinal),
    ];
}
