using System.Net;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Versions;

public sealed class VersionsClientTests : IAsyncLifetime
{
    private static readonly ItemAddress File = DriveAddress.Me.Path("/a.txt");

    private Scenario _scenario = null!;

    private IVersionsClient Versions => _scenario.Client.Versions;

    public async Task InitializeAsync()
    {
        _scenario = await Scenario.StartAsync(options => options.PageSize = 2);
        foreach (var text in (string[])["first", "the second", "number three"])
        {
            _scenario.Drive.WithFile("/a.txt", System.Text.Encoding.UTF8.GetBytes(text));
        }
    }

    public async Task DisposeAsync() => await _scenario.DisposeAsync();

    [Fact]
    public async Task ListAsync_TellsTheHistoryTheNewestFirst()
    {
        var versions = await Versions.ListAsync(File).ToListAsync();

        Assert.Equal(["3.0", "2.0", "1.0"], versions.Select(version => version.Id));
        Assert.Equal([12, 10, 5], versions.Select(version => version.Size));
        Assert.Equal(10, (await Versions.GetAsync(File, "2.0")).Size);
        await Assert.ThrowsAsync<ItemNotFoundException>(() => Versions.GetAsync(File, "9.0"));
    }

    [Theory]
    [InlineData("1.0", "first")]
    [InlineData("2.0", "the second")]
    [InlineData("3.0", "number three")]
    public async Task DownloadAsync_BringsWhatTheFileHeldWithoutAToken(string id, string expected)
    {
        using var destination = new MemoryStream();

        var length = await Versions.DownloadAsync(File, id, destination);

        Assert.Equal(expected, System.Text.Encoding.UTF8.GetString(destination.ToArray()));
        Assert.Equal(expected.Length, length);
        Assert.False(Assert.Single(_scenario.Emulator.Traffic.Of(EmulatorOperation.Download)).HasAuthorization);
    }

    [Fact]
    public async Task DownloadAsync_AfterABrokenConnection_GoesOnWhereItWas()
    {
        _scenario.Emulator.Faults.Add(Fault.DropConnectionAfterResponseBytes(4).On(EmulatorOperation.Download));
        using var destination = new MemoryStream();

        await Versions.DownloadAsync(File, "2.0", destination);

        Assert.Equal("the second"u8.ToArray(), destination.ToArray());
        Assert.Equal([200, 206], _scenario.Emulator.Traffic.Of(EmulatorOperation.Download).Select(entry => entry.StatusCode));
    }

    [Fact]
    public async Task RestoreAsync_MakesAnEarlierVersionTheNewestOne()
    {
        await Versions.RestoreAsync(File, "1.0");

        Assert.Equal("first", await _scenario.Client.Content.ReadAsStringAsync(File));
        Assert.Equal(["4.0", "3.0", "2.0", "1.0"], (await Versions.ListAsync(File).ToListAsync()).Select(version => version.Id));
    }

    [Fact]
    public async Task DeleteAsync_DeletesAnEarlierVersionAndNotThePresentOne()
    {
        await Versions.DeleteAsync(File, "2.0");

        Assert.Equal(["3.0", "1.0"], (await Versions.ListAsync(File).ToListAsync()).Select(version => version.Id));
        var exception = await Assert.ThrowsAsync<OneDriveApiException>(() => Versions.DeleteAsync(File, "3.0"));
        Assert.Equal(HttpStatusCode.BadRequest, exception.StatusCode);
    }
}
