using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Client;

public sealed class CustomRequestTests : IAsyncLifetime
{
    private Scenario _scenario = null!;

    public async Task InitializeAsync() => _scenario = await Scenario.StartAsync();

    public async Task DisposeAsync() => await _scenario.DisposeAsync();

    [Theory]
    [InlineData("me/drive")]
    [InlineData("/me/drive")]
    public async Task SendAsync_OfARelativeAddress_GoesThroughTokenAndRetry(string address)
    {
        _scenario.Emulator.Faults.Add(Fault.Throttle(TimeSpan.Zero).On(EmulatorOperation.GetDrive).Times(1));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.RelativeOrAbsolute));

        using var response = await _scenario.Client.SendAsync(request);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Contains(_scenario.Drive.Id, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_OfAnErrorStatus_LeavesItToTheCaller()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("me/drive/root:/nothing", UriKind.Relative));

        using var response = await _scenario.Client.SendAsync(request);

        Assert.Equal(404, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/v1.0/me/drive")]
    [InlineData("https://graph.microsoft.com/v1.0/me/drive")]
    public async Task SendAsync_ToAnotherPlace_IsRefused(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);

        await Assert.ThrowsAsync<ArgumentException>(() => _scenario.Client.SendAsync(request));
    }
}
