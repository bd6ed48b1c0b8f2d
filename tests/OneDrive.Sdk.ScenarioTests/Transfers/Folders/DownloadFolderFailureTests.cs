using System.Text;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers.Folders;

/// <summary>What cannot come down, and why; the rest comes all the same.</summary>
public sealed class DownloadFolderFailureTests : IDisposable
{
    private readonly FolderTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task DownloadFolderAsync_WhenThereAreThingsThatAreNoFiles_SkipsThemWithTheReason()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("Backup/a", [1]).WithFolder("Backup/notebook").WithFolder("Backup/mounted").WithFile("Backup/thing", [2]);
        using var client = Rewriting(
            scenario,
            ("notebook", item => Exchange(item, "folder", "package")),
            ("mounted", item => Exchange(item, "folder", "remoteItem")),
            ("thing", item => item.Remove("file")));
        var told = new Told();

        var result = await client.Content.DownloadFolderAsync(FolderTree.Remote, _tree.Copy, new DownloadFolderOptions { Progress = told });

        result.EnsureComplete();
        Assert.Equal((1, 3), (result.FilesTransferred, result.Skipped));
        Assert.Equal(
            [("mounted", FolderSkipReason.RemoteItem), ("notebook", FolderSkipReason.Package), ("thing", FolderSkipReason.NotAFile)],
            told.Items.Where(item => item.Outcome is FolderTransferOutcome.Skipped)
                .Select(item => (item.RelativePath, item.SkipReason)).OrderBy(item => item.RelativePath, StringComparer.Ordinal));
        Assert.Equal(["a"], Directory.GetFileSystemEntries(_tree.Copy).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("vault", true)]
    [InlineData("documents", false)]
    public async Task DownloadFolderAsync_WhenAFolderMayNotBeRead_KnowsTheVault(string specialFolder, bool isVault)
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("Backup/a", [1]).WithFile("Backup/locked/b", [2]);
        var id = scenario.Drive.FindItem("Backup/locked")!.Id;
        scenario.Emulator.Faults.Add(Fault.Status(403).On(EmulatorOperation.ListChildren).OnPath(id).Always());
        using var client = Rewriting(scenario, ("locked", item => item["specialFolder"] = new JsonObject { ["name"] = specialFolder }));
        var told = new Told();

        var result = await client.Content.DownloadFolderAsync(FolderTree.Remote, _tree.Copy, new DownloadFolderOptions { Progress = told });

        Assert.Equal((1, false), (result.FilesTransferred, result.IsComplete));
        Assert.Equal(isVault ? (1, 0) : (0, 1), (result.LockedFolders, result.Failed));
        var locked = told.Items.Last(item => item.RelativePath == "locked");
        Assert.Equal(isVault ? FolderSkipReason.PersonalVault : FolderSkipReason.None, locked.SkipReason);
    }

    [Fact]
    public async Task DownloadFolderAsync_WhenItemsAreDeletedMeanwhile_SkipsThem()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("Backup/a", [1]).WithFile("Backup/gone", [2]).WithFile("Backup/gone too/b", [3]);
        using var client = scenario.NewClient(transport: new WatchingTransport(after: response =>
        {
            if (response.RequestMessage!.RequestUri!.AbsolutePath.EndsWith("/children", StringComparison.Ordinal)
                && scenario.Drive.FindItem("Backup/gone") is not null)
                scenario.Drive.Delete("Backup/gone").Delete("Backup/gone too");
            return Task.CompletedTask;
        }));
        var told = new Told();

        var result = await client.Content.DownloadFolderAsync(FolderTree.Remote, _tree.Copy, new DownloadFolderOptions { Progress = told });

        result.EnsureComplete();
        Assert.Equal(
            ["gone", "gone too"],
            told.Items.Where(item => item.SkipReason is FolderSkipReason.Deleted)
                .Select(item => item.RelativePath).Order(StringComparer.Ordinal));
        Assert.Equal(1, result.FilesTransferred);
        Assert.Empty(Directory.GetFiles(_tree.Copy, "*.partial"));
    }

    [Fact]
    public async Task DownloadFolderAsync_WhenTheContentIsNotFoundButTheFileIs_Fails()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("Backup/a", [1]).WithFile("Backup/b", [2]);
        var id = scenario.Drive.FindItem("Backup/b")!.Id;
        scenario.Emulator.Faults.Add(Fault.Status(404).On(EmulatorOperation.GetContent).OnPath(id).Always());

        var result = await scenario.Client.Content.DownloadFolderAsync(FolderTree.Remote, _tree.Copy);

        Assert.Equal("b", Assert.Single(result.Failures).RelativePath);
        Assert.Equal((1, 0), (result.FilesTransferred, result.Skipped));
    }

    [Theory]
    [InlineData(423, typeof(ResourceLockedException))]
    [InlineData(403, typeof(OneDriveApiException))]
    public async Task DownloadFolderAsync_WhenTheServiceRefusesOneFile_DownloadsTheOthers(int status, Type error)
    {
        await using var scenario = await Scenario.StartAsync(client: options => options.Retry.MaxElapsed = TimeSpan.FromSeconds(1));
        scenario.Drive.WithFile("Backup/a", [1]).WithFile("Backup/b", [2]).WithFile("Backup/c/d", [3]);
        var id = scenario.Drive.FindItem("Backup/b")!.Id;
        scenario.Emulator.Faults.Add(Fault.Status(status).On(EmulatorOperation.GetContent).OnPath(id).Always());

        var result = await scenario.Client.Content.DownloadFolderAsync(FolderTree.Remote, _tree.Copy);

        Assert.IsType(error, Assert.Single(result.Failures).Error);
        Assert.Equal((2, null), (result.FilesTransferred, result.EndedBy));
        Assert.Equal(["a", "c", "d"], Names());
    }

    [Fact]
    public async Task DownloadFolderAsync_WhenTheSignInIsOver_StopsAndGoesOnLater()
    {
        await using var scenario = await Scenario.StartAsync();
        for (var index = 0; index < 40; index++)
            scenario.Drive.WithFile($"Backup/{index}", [(byte)index]);
        scenario.Emulator.Faults.Add(Fault.Status(401).On(EmulatorOperation.GetContent).After(10).Times(1000));
        var options = new DownloadFolderOptions { MaxConcurrentFiles = 1 };

        var first = await scenario.Client.Content.DownloadFolderAsync(FolderTree.Remote, _tree.Copy, options);
        scenario.Emulator.Faults.Clear();
        var second = await scenario.Client.Content.DownloadFolderAsync(FolderTree.Remote, _tree.Copy, options);

        Assert.NotNull(first.EndedBy);
        Assert.Equal((10, 1), (first.FilesTransferred, first.Failed));
        second.EnsureComplete();
        Assert.Equal((30, 10), (second.FilesTransferred, second.FilesUnchanged));
    }

    [Fact]
    public async Task DownloadFolderAsync_WhenAListBreaksOff_FailsThatFolderOnly()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("Backup/a", [1]).WithFile("Backup/broken/b", [2]).WithFile("Backup/good/c", [3]);
        var id = scenario.Drive.FindItem("Backup/broken")!.Id;
        scenario.Emulator.Faults.Add(Fault.Status(403).On(EmulatorOperation.ListChildren).OnPath(id).Always());

        var result = await scenario.Client.Content.DownloadFolderAsync(FolderTree.Remote, _tree.Copy);

        var failure = Assert.Single(result.Failures);
        Assert.Equal(("broken", true), (failure.RelativePath, failure.IsFolder));
        Assert.Equal(["a", "broken", "c", "good"], Names());
    }

    private IEnumerable<string?> Names() =>
    [
        .. Directory.EnumerateFileSystemEntries(_tree.Copy, "*", SearchOption.AllDirectories)
            .Select(Path.GetFileName).Order(StringComparer.Ordinal),
    ];

    private static void Exchange(JsonObject item, string facet, string other)
    {
        item.Remove(facet);
        item[other] = new JsonObject();
    }

    /// <summary>A service that has more kinds of items than the emulator.</summary>
    private static OneDriveClient Rewriting(Scenario scenario, params (string Name, Action<JsonObject> Change)[] changes) =>
        scenario.NewClient(transport: new WatchingTransport(after: async response =>
        {
            if (!response.RequestMessage!.RequestUri!.AbsolutePath.EndsWith("/children", StringComparison.Ordinal)
                || !response.IsSuccessStatusCode)
                return;
            var page = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            foreach (var item in page["value"]!.AsArray().Select(item => item!.AsObject()))
            {
                foreach (var (_, change) in changes.Where(change => change.Name == item["name"]!.GetValue<string>()))
                    change(item);
            }

            response.Content = new StringContent(page.ToJsonString(), Encoding.UTF8, "application/json");
        }));
}
