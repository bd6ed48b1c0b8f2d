using System.Net;
using System.Net.Security;
using OneDrive.Sdk.Emulator.Tests.Support;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Control;

public sealed class LineTests
{
    [Fact]
    public async Task Latency_HoldsEachRequest_ButNotTheControl()
    {
        var clock = new ManualTimeProvider();
        await using var client = await EmulatorClient.StartAsync(
            options => (options.TimeProvider, options.Latency) = (clock, TimeSpan.FromSeconds(5)));
        var waiting = client.GetAsync(client.Drive);
        using var control = await client.GetAsync("_emulator/health");

        Assert.False(waiting.IsCompleted);
        while (!waiting.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        using var answer = await waiting;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Bandwidth_HoldsBodiesInBothDirections()
    {
        var clock = new ManualTimeProvider();
        await using var client = await EmulatorClient.StartAsync(
            options => (options.TimeProvider, options.MaxBytesPerSecond) = (clock, 10_000));
        var started = clock.GetUtcNow();
        var uploading = client.PutAsync($"{client.Drive}/root:/a.bin:/content", Bytes.Of(100_000));
        while (!uploading.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        using var answer = await uploading;
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.True(clock.GetUtcNow() - started >= TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Https_IsServedWithACertificateThatStaysWithTheData()
    {
        await using var kept = await KeptEmulator.StartAsync();
        await kept.Client.DisposeAsync();
        string thumbprint;
        await using (var emulator = await StartAsync(kept.Folder))
        {
            thumbprint = emulator.HttpsCertificate!.Thumbprint;
            using var handler = new SocketsHttpHandler
            {
                SslOptions = new SslClientAuthenticationOptions
                {
                    RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.GetCertHashString() == thumbprint,
                },
            };
            using var http = new HttpClient(handler);
            var health = await http.GetStringAsync(new Uri(emulator.Endpoint, "_emulator/health"));

            Assert.Equal("https", emulator.Endpoint.Scheme);
            Assert.Contains("healthy", health, StringComparison.Ordinal);
            Assert.False(emulator.HttpsCertificate.MatchesHostname("example.com"));
            Assert.True(emulator.HttpsCertificate.MatchesHostname("localhost"));
        }

        await using (var again = await StartAsync(kept.Folder))
        {
            Assert.Equal(thumbprint, again.HttpsCertificate!.Thumbprint);
        }

        await kept.OpenAsync();
    }

    [Fact]
    public async Task AnEmulatorForEveryAddress_IsReachedByTheLoopbackAddress()
    {
        await using var client = await EmulatorClient.StartAsync(options => options.ListenAddress = IPAddress.Any);

        Assert.Equal("127.0.0.1", client.Emulator.Endpoint.Host);
        using var answer = await client.GetAsync(client.Drive);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static Task<OneDriveEmulator> StartAsync(string folder)
        => OneDriveEmulator.StartAsync(options => (options.UseHttps, options.DataFolder) = (true, folder));
}
