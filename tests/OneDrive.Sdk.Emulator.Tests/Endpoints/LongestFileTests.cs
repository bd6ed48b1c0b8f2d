using System.Net;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Endpoints;

public sealed class LongestFileTests : IAsyncLifetime
{
    private EmulatorClient _client = null!;

    public async Task InitializeAsync() => _client = await EmulatorClient.StartAsync();

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task AFileOfMoreThan250GB_Answers413()
    {
        const long length = 250L << 30;
        _client.DriveState.Quota = 4 * length;
        using var created = await _client.PostAsync(
            $"{_client.Drive}/root:/a.bin:/createUploadSession", $$$"""{"item":{"fileSize":{{{length + 1}}}}}""");
        var url = await _client.CreateSessionAsync("a.bin", $$$"""{"item":{"fileSize":{{{length}}}}}""");
        using var tooLong = await _client.PutFragmentAsync(url, Bytes.Of(Bytes.FragmentUnit), 0, length + 1);
        using var longest = await _client.PutFragmentAsync(url, Bytes.Of(Bytes.FragmentUnit), 0, length);

        await EmulatorClient.AssertErrorAsync(created, 413, "invalidRequest", "maxFileSizeExceeded");
        await EmulatorClient.AssertErrorAsync(tooLong, 413, "invalidRequest", "maxFileSizeExceeded");
        Assert.Equal(HttpStatusCode.Accepted, longest.StatusCode);
    }
}
