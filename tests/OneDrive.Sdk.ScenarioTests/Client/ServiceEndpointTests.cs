using System.Text;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.ScenarioTests.Client;

/// <summary>The client works with SharePoint's own endpoint, in its older dialect.</summary>
public sealed class ServiceEndpointTests : IAsyncLifetime, IDisposable
{
    private OneDriveEmulator _emulator = null!;
    private ClientSecretTokenProvider _tokens = null!;
    private OneDriveClient _client = null!;
    private DriveAddress _drive = null!;

    public async Task InitializeAsync()
    {
        _emulator = await OneDriveEmulator.StartAsync();
        var cloud = OneDriveCloud.Custom(_emulator.Endpoint, _emulator.Endpoint);
        _tokens = new ClientSecretTokenProvider(
            new ClientSecretOptions
            {
                TenantId = _emulator.TenantId,
                ClientId = OneDriveEmulator.DefaultClientId,
                ClientSecret = OneDriveEmulator.DefaultClientSecret,
            },
            cloud);
        var options = new OneDriveOptions { Cloud = cloud, ServiceEndpoint = _emulator.SharePointEndpoint };
        options.Transfers.SingleRequestLimit = 1024;
        options.Transfers.FragmentSize = OneDriveTransferOptions.FragmentAlignment;
        _client = new OneDriveClient(_tokens, options);
        _drive = DriveAddress.ById(_emulator.DefaultUser.Drive.Id);
    }

    public async Task DisposeAsync() => await _emulator.DisposeAsync();

    public void Dispose()
    {
        _client.Dispose();
        _tokens.Dispose();
    }

    [Fact]
    public async Task Folders_AreListedInPages()
    {
        for (var number = 0; number < 5; number++)
        {
            _emulator.DefaultUser.WithFile($"Reports/{number}.txt", [1]);
        }

        var names = new List<string?>();
        await foreach (var item in _client.Items.ListChildrenAsync(_drive.Path("/Reports"), new ListChildrenOptions { PageSize = 2 }))
        {
            names.Add(item.Name);
            Assert.NotNull(item.DownloadUrl);
        }

        Assert.Equal(["0.txt", "1.txt", "2.txt", "3.txt", "4.txt"], names);
        Assert.All(
            _emulator.Traffic.Of(EmulatorOperation.ListChildren),
            entry => Assert.StartsWith("/_api/v2.0/drives/", entry.Target, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TestConnectionAsync_WhereNothingIsDeletedPermanently_MovesItsFileToTheRecycleBin()
    {
        var report = await _client.Drives.TestConnectionAsync(_drive);

        Assert.True(report is { Read.Succeeded: true, Write.Succeeded: true, Delete.Succeeded: true });
        Assert.Empty(_emulator.DefaultUser.Drive.ListItems());
        Assert.Single(_emulator.Traffic.Of(EmulatorOperation.DeleteItem));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(700_000)]
    public async Task Files_ComeBackAsTheyWent(int length)
    {
        var content = Bytes(length);
        var place = _drive.Path("/Büro/a+b.bin");

        var result = await _client.Content.UploadAsync(place, new MemoryStream(content));
        var copy = new MemoryStream();
        await _client.Content.DownloadAsync(place, copy);

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal(content, copy.ToArray());
        Assert.Equal(content, await _emulator.ReadContentAsync(_emulator.DefaultUser.Drive.Id, "Büro/a+b.bin"));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(700_000)]
    public async Task AFileThatIsThere_IsNotReplacedUnlessAsked(int length)
    {
        _emulator.DefaultUser.WithFile("a.bin", [1]);
        var place = _drive.Path("/a.bin");

        await Assert.ThrowsAsync<ItemConflictException>(() => _client.Content.UploadAsync(place, new MemoryStream(Bytes(length))));
        var renamed = await _client.Content.UploadAsync(
            place, new MemoryStream(Bytes(length)), new UploadOptions { Conflict = ConflictBehavior.Rename });

        Assert.NotEqual("a.bin", renamed.Item.Name);
        Assert.DoesNotContain(_emulator.Traffic.ToList(), entry => entry.Target.Contains("microsoft.graph", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changes_AreReadSinceACheckpoint()
    {
        _emulator.DefaultUser.WithFile("before.txt", [1]);
        var checkpoint = await LastAsync(_client.Changes.ReadAsync(_drive.Root));
        _emulator.DefaultUser.WithFile("after.txt", [1]);

        var items = new List<DriveItem>();
        await foreach (var page in _client.Changes.ReadAsync(_drive.Root, checkpoint))
        {
            items.AddRange(page.Items);
        }

        Assert.Contains(items, item => item.Name == "after.txt");
        Assert.DoesNotContain(items, item => item.Name == "before.txt");
        Assert.All(
            _emulator.Traffic.Of(EmulatorOperation.ReadChanges),
            entry => Assert.Contains("/oneDrive.delta", entry.Target, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Copies_AreWatchedToTheirEnd()
    {
        _emulator.DefaultUser.WithFile("a.txt", [1, 2, 3]).WithFolder("Archive");

        var archive = await _client.Items.GetAsync(_drive.Path("/Archive"));
        var copying = await _client.Items.StartCopyAsync(_drive.Path("/a.txt"), archive.Address, new CopyItemOptions { NewName = "b.txt" });
        var copy = await copying.WaitAsync();

        Assert.Equal("b.txt", copy.Name);
        Assert.EndsWith("/oneDrive.copy", Path(EmulatorOperation.StartCopy), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_AreCreatedAndFollowed()
    {
        _emulator.DefaultUser.WithFile("a.txt", [1, 2, 3]);

        var link = await _client.Sharing.CreateLinkAsync(_drive.Path("/a.txt"), SharingLinkType.View);
        var shared = await _client.Items.GetAsync(ItemAddress.Shared(new Uri(link.Link!.WebUrl!)));

        Assert.Equal("a.txt", shared.Name);
        Assert.EndsWith("/oneDrive.createLink", Path(EmulatorOperation.CreateLink), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileWithTheNameOfAnAction_IsAFile()
    {
        _emulator.DefaultUser.WithFile("copy", [7]);

        var item = await _client.Items.GetAsync(_drive.Path("/copy"));
        var found = new List<string?>();
        await foreach (var hit in _client.Items.SearchAsync(_drive.Root, "copy"))
        {
            found.Add(hit.Name);
        }

        Assert.Equal("copy", item.Name);
        Assert.Equal(["copy"], found);
    }

    [Fact]
    public async Task WhatTheOlderServiceLacks_IsRefusedBeforeAnyRequest()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => _client.Items.DeleteAsync(
            _drive.Path("/a.txt"), new DeleteItemOptions { Permanently = true }));
        await Assert.ThrowsAsync<NotSupportedException>(() => _client.Drives.GetAsync(DriveAddress.User("adele@contoso.example")));

        Assert.Empty(_emulator.Traffic.ToList());
    }

    private static byte[] Bytes(int length) => Encoding.ASCII.GetBytes(new string('x', length));

    private static async Task<DeltaCheckpoint> LastAsync(IAsyncEnumerable<ChangePage> pages)
    {
        DeltaCheckpoint last = default;
        await foreach (var page in pages)
        {
            last = page.Checkpoint;
        }

        return last;
    }

    private string Path(EmulatorOperation operation) => _emulator.Traffic.Of(operation).Single().Target;
}
