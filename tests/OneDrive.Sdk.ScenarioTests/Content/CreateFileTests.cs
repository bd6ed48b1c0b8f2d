using System.Net;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Content;

/// <summary>Small files whose metadata travels with them, and what an upload says beside the bytes.</summary>
public sealed class CreateFileTests : IAsyncLifetime
{
    private static readonly byte[] Bytes = [.. "--with\r\n\r\n--a boundary of its own--"u8];

    private Scenario _scenario = null!;
    private EmulatorUser _personal = null!;
    private OneDriveClient _client = null!;

    public async Task InitializeAsync()
    {
        _scenario = await Scenario.StartAsync();
        _personal = _scenario.Emulator.AddUser(options => options.DriveType = EmulatorDriveType.Personal);
        _personal.WithFolder("/Docs");
        _client = _scenario.NewClient(user: _personal);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _scenario.DisposeAsync();
    }

    [Fact]
    public async Task CreateFileAsync_StoresContentAndMetadataInOneRequest()
    {
        var created = await _client.Content.CreateFileAsync(DriveAddress.Me.Path("/Docs"), "a % b.txt", Bytes, new CreateFileOptions
        {
            ContentType = "text/plain",
            Description = "nightly",
            Times = new FileSystemTimes { LastModified = DateTimeOffset.UnixEpoch },
        });

        Assert.Equal(("a % b.txt", "nightly"), (created.Name, created.Description));
        Assert.Equal(DateTimeOffset.UnixEpoch, created.FileSystemInfo?.LastModifiedDateTime);
        Assert.Equal(Bytes, await _scenario.Emulator.ReadContentAsync(_personal.Drive.Id, "/Docs/a % b.txt"));
        Assert.Single(_scenario.Emulator.Traffic.Of(EmulatorOperation.PostContent));
    }

    [Fact]
    public async Task CreateFileAsync_WhereTheNameIsTaken_DoesAsItIsTold()
    {
        _personal.WithFile("/Docs/a.txt", [1]);
        var folder = DriveAddress.Me.Path("/Docs");

        await Assert.ThrowsAsync<ItemConflictException>(() => _client.Content.CreateFileAsync(folder, "a.txt", Bytes));
        var renamed = await _client.Content.CreateFileAsync(
            folder, "a.txt", Bytes, new CreateFileOptions { Conflict = ConflictBehavior.Rename });

        Assert.Equal("a 1.txt", renamed.Name);
    }

    [Fact]
    public async Task CreateFileAsync_OnABusinessDrive_IsNotSupported()
    {
        var exception = await Assert.ThrowsAsync<OneDriveApiException>(
            () => _scenario.Client.Content.CreateFileAsync(DriveAddress.Me.Root, "a.txt", Bytes));

        Assert.Equal(HttpStatusCode.NotImplemented, exception.StatusCode);
    }

    [Fact]
    public async Task UploadAsync_WithACheckOfTheQuota_IsRefusedBeforeAnyByte()
    {
        _personal.Drive.Quota = 100;
        using var client = _scenario.NewClient(options => options.Transfers.SingleRequestLimit = 0, user: _personal);

        await Assert.ThrowsAsync<QuotaExceededException>(() => client.Content.UploadAsync(
            DriveAddress.Me.Path("/large.bin"), new MemoryStream(new byte[1000]), new UploadOptions { CheckQuota = true }));

        Assert.Empty(_scenario.Emulator.Traffic.Of(EmulatorOperation.UploadFragment));
    }

    [Fact]
    public async Task DownloadAsync_WithAFormat_GivesTheConversion()
    {
        _personal.WithFile("/report.docx", [1, 2, 3]);
        using var bytes = new MemoryStream();

        var result = await _client.Content.DownloadAsync(
            DriveAddress.Me.Path("/report.docx"), bytes, new DownloadOptions { Format = "pdf" });

        Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString(bytes.ToArray()), StringComparison.Ordinal);
        Assert.Equal(ContentIntegrity.NotChecked, result.Integrity);
    }

    [Fact]
    public async Task DownloadAsync_WithAMeasureAndNoFormat_IsRefusedBeforeAnyRequest()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _client.Content.DownloadAsync(
            DriveAddress.Me.Path("/a"), Stream.Null, new DownloadOptions { Width = 100 }));

        Assert.Empty(_scenario.Emulator.Traffic);
    }
}
