using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Content;

public sealed class ThumbnailTests : IAsyncLifetime
{
    private static readonly ItemAddress Picture = DriveAddress.Me.Path("/a.jpg");

    private Scenario _scenario = null!;

    private IContentClient Content => _scenario.Client.Content;

    public async Task InitializeAsync()
    {
        _scenario = await Scenario.StartAsync();
        _scenario.Drive.WithFile("/a.jpg", [1, 2, 3]).WithFile("/a.txt", [1]);
    }

    public async Task DisposeAsync() => await _scenario.DisposeAsync();

    [Fact]
    public async Task ListThumbnailsAsync_GivesTheUsualSizesAndThoseMadeToOrder()
    {
        var usual = Assert.Single(await Content.ListThumbnailsAsync(Picture).ToListAsync());
        var ordered = Assert.Single(await Content.ListThumbnailsAsync(
            Picture, new ListThumbnailsOptions { Sizes = [ThumbnailSize.Custom(300, 400, crop: true)] }).ToListAsync());

        Assert.Equal((96, 176, 800), (usual.Small?.Width, usual.Medium?.Width, usual.Large?.Width));
        Assert.Equal(400, ordered.AdditionalData!["c300x400_crop"].GetProperty("height").GetInt32());
        Assert.Empty(await Content.ListThumbnailsAsync(DriveAddress.Me.Path("/a.txt")).ToListAsync());
    }

    [Fact]
    public async Task DownloadThumbnailAsync_FetchesThePictureWithoutAToken()
    {
        using var destination = new MemoryStream();

        var length = await Content.DownloadThumbnailAsync(Picture, ThumbnailSize.Small, destination);

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], destination.ToArray()[..4]);
        Assert.Equal(destination.Length, length);
        Assert.False(Assert.Single(_scenario.Emulator.Traffic.Of(EmulatorOperation.Download)).HasAuthorization);
        Assert.Equal(96, (await Content.GetThumbnailAsync(Picture, ThumbnailSize.SmallSquare)).Height);
        await Assert.ThrowsAsync<ItemNotFoundException>(
            () => Content.GetThumbnailAsync(DriveAddress.Me.Path("/a.txt"), ThumbnailSize.Small));
    }

    [Fact]
    public async Task SetThumbnailAsync_ShowsThePictureOfTheCaller()
    {
        var owner = _scenario.Emulator.AddUser(options => options.DriveType = EmulatorDriveType.Personal);
        owner.WithFile("/a.txt", [1]);
        using var client = _scenario.NewClient(user: owner);
        using var destination = new MemoryStream();

        await client.Content.SetThumbnailAsync(DriveAddress.Me.Path("/a.txt"), "mine"u8.ToArray(), "image/png");
        await client.Content.DownloadThumbnailAsync(DriveAddress.Me.Path("/a.txt"), ThumbnailSize.Small, destination);

        Assert.Equal("mine"u8.ToArray(), destination.ToArray());
        await Assert.ThrowsAsync<OneDriveApiException>(() => Content.SetThumbnailAsync(Picture, new byte[] { 1 }, "image/png"));
    }

    [Fact]
    public async Task GetPreviewAsync_LeadsToTheViewer()
    {
        var preview = await Content.GetPreviewAsync(Picture, new GetPreviewOptions { Page = "3", Zoom = 1.5 });

        Assert.EndsWith("&page=3&zoom=1.5", preview.GetUrl, StringComparison.Ordinal);
        Assert.NotNull(preview.PostParameters);
    }
}
