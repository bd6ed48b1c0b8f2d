using System.IO.Compression;
using System.Text;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.ScenarioTests.Threats;

/// <summary>Real sockets, and a server that is up to something.</summary>
public sealed class HostileServerTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    [Trait("Threat", "T3")]
    public async Task ARedirectOfACall_IsNotFollowedAndCookiesAreNotKept(int status)
    {
        await using var evil = new RawServer(_ => RawServer.Answer("200 OK", "", "{}"u8.ToArray()));
        await using var server = new RawServer(_ => RawServer.Answer(
            $"{status} Moved", $"Location: {evil.Address}stolen\r\nSet-Cookie: session=1\r\n", []));
        using var client = Client(server);

        await Assert.ThrowsAsync<OneDriveApiException>(() => client.Drives.GetAsync(DriveAddress.Me));
        await Assert.ThrowsAsync<OneDriveApiException>(() => client.Drives.GetAsync(DriveAddress.Me));

        Assert.Empty(evil.Heads);
        Assert.Equal(2, server.Heads.Count);
        Assert.All(server.Heads, head => Assert.DoesNotContain("Cookie", head, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    [Trait("Threat", "T3")]
    public async Task ARedirectOfTheTokenEndpoint_IsNotFollowed(int status)
    {
        await using var evil = new RawServer(_ => RawServer.Answer("200 OK", "", "{}"u8.ToArray()));
        await using var server = new RawServer(_ => RawServer.Answer($"{status} Moved", $"Location: {evil.Address}stolen\r\n", []));
        using var provider = Provider(server);

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => provider.GetTokenAsync(new() { Resource = server.Address }, CancellationToken.None).AsTask());

        Assert.Empty(evil.Heads);
        Assert.Contains("secret", Assert.Single(server.Heads), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "T14")]
    public async Task ACompressedAnswer_IsNeitherAskedForNorUnpacked()
    {
        await using var server = new RawServer(_ => RawServer.Answer("200 OK", "Content-Encoding: gzip\r\n", Bomb()));
        using var client = Client(server);

        await Assert.ThrowsAsync<OneDriveConnectionException>(() => client.Drives.GetAsync(DriveAddress.Me));

        Assert.All(server.Heads, head => Assert.DoesNotContain("Accept-Encoding", head, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    [Trait("Threat", "T14")]
    public async Task ACompressedTokenAnswer_IsNeitherAskedForNorUnpacked()
    {
        await using var server = new RawServer(_ => RawServer.Answer("200 OK", "Content-Encoding: gzip\r\n", Bomb()));
        using var provider = Provider(server);

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => provider.GetTokenAsync(new() { Resource = server.Address }, CancellationToken.None).AsTask());

        Assert.All(server.Heads, head => Assert.DoesNotContain("Accept-Encoding", head, StringComparison.OrdinalIgnoreCase));
    }

    // A valid answer once it is unpacked, so that unpacking it would be noticed.
    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes("""{"token_type":"Bearer","access_token":"t","id":"1","name":" """));
            gzip.Write(new byte[1024 * 1024].Select(_ => (byte)'a').ToArray());
            gzip.Write("\"}"u8);
        }

        return packed.ToArray();
    }

    private static OneDriveClient Client(RawServer server)
    {
        var options = new OneDriveOptions { Cloud = OneDriveCloud.Custom(server.Address, server.Address) };
        options.Retry.Mode = RetryMode.None;
        return new(new DelegateTokenProvider((_, _) => new(new AccessToken("token", DateTimeOffset.MaxValue))), options);
    }

    private static ClientSecretTokenProvider Provider(RawServer server) => new(
        new() { TenantId = "contoso.com", ClientId = "client-1", ClientSecret = "secret" },
        OneDriveCloud.Custom(server.Address, server.Address));
}
