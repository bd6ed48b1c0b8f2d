using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;

namespace OneDrive.Sdk.FieldTests.Attacks;

/// <summary>The service names addresses inside the network of the client, and BlockPrivateNetworks is set.</summary>
public sealed class PrivateNetworkTests
{
    public static TheoryData<string> Addresses =>
    [
        "10.0.0.1", "169.254.169.254", "192.168.1.1", "[64:ff9b:1::a00:1]", "[64:ff9b::a9fe:a9fe]",
        "[2002:a00:1::]", "[2002:7f00:1::1]", "[::10.0.0.1]",
        "[::127.0.0.1]", "[::ffff:10.0.0.1]", "[::ffff:127.0.0.1]", "[::ffff:0:10.0.0.1]", "[2001:0:1:2::3]",
        "[fe80::1%25eth9]", "[fe80::5efe:a00:1]", "[2603:1006::5efe:c0a8:101]",
        "[2603:1006::200:5efe:a9fe:a9fe]", "[fd00::1]", "[fec0::1]", "[ff02::1]", "[100::1]", "2886729729", "0x0a000001", "012.0.0.1",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    [FieldCase(
        "H19", "H3", Source = "in the kind of oryx-labs/oryxos#252",
        Report = "With `BlockPrivateNetworks` the download URL is a private address in an IPv6 notation: NAT64, 6to4, Teredo, ISATAP, "
            + "IPv4-compatible, -mapped or -translated.",
        Right = "It is rejected immediately, not transient, and the message contains the setting.")]
    public async Task DownloadAsync_FromAPrivateAddress_IsRefusedAtOnce(string host)
    {
        await using var service = new ScriptedService(request => request.DecodedPath.EndsWith("/content", StringComparison.Ordinal)
            ? Answer.Of(302).With("Location", $"https://{host}/pathsecret7f3a")
            : Answer.Json("""{"id":"1","name":"x.bin","size":100,"file":{},"parentReference":{"driveId":"d"}}"""));

        await AssertRefusedAsync(service, client => client.Content.DownloadAsync(DriveAddress.Me.Path("/x.bin"), Stream.Null));

        Assert.InRange(service.Count("GET", "/content"), 1, 1);
    }

    [Theory]
    [InlineData("[64:ff9b:1::a00:1]")]
    [InlineData("[2002:c0a8:101::]")]
    [InlineData("[::169.254.169.254]")]
    [FieldCase("H19", "H3")]
    public async Task UploadAsync_ToAPrivateAddress_IsRefusedAtOnce(string host)
    {
        await using var service = new ScriptedService(request => request switch
        {
            _ when request.Is("POST", "/createUploadSession") => Answer.Json(
                $$"""
                {"uploadUrl":"https://{{host}}/pathsecret7f3a","expirationDateTime":"2099-01-01T00:00:00Z","nextExpectedRanges":["0-"]}
                """),
            _ => Answer.Error(404, "itemNotFound"),
        });

        await AssertRefusedAsync(
            service, client => client.Content.UploadAsync(DriveAddress.Me.Path("/x.bin"), new MemoryStream(new byte[700_000])));

        Assert.Equal(1, service.Count("POST", "/createUploadSession"));
    }

    [Fact]
    [FieldCase(
        "H3.guard-beside-an-emulator", "H3", Source = "own",
        Report = "The service itself is on this machine, as an emulator is, and `BlockPrivateNetworks` is set.",
        Right = "Its own addresses on this machine are allowed; other private networks are blocked.")]
    public async Task DownloadAsync_FromTheEmulatorsOwnMachine_Works()
    {
        ScriptedService service = null!;
        await using var started = service = new ScriptedService(request => request switch
        {
            _ when request.DecodedPath.EndsWith("/content", StringComparison.Ordinal) => Answer.Redirect(service.At("/bytes")),
            _ when request.Is("GET", "/bytes") => Answer.Bytes(new byte[100]),
            _ => Answer.Json("""{"id":"1","name":"x.bin","size":100,"file":{},"parentReference":{"driveId":"d"}}"""),
        });
        using var client = FieldClient.Create(service, options => options.BlockPrivateNetworks = true);
        using var destination = new MemoryStream();

        await client.Content.DownloadAsync(DriveAddress.Me.Path("/x.bin"), destination);

        Assert.Equal(100, destination.Length);
    }

    private static async Task AssertRefusedAsync(ScriptedService service, Func<OneDriveClient, Task> transfer)
    {
        using var client = FieldClient.Create(service, options =>
        {
            options.BlockPrivateNetworks = true;
            options.TimeProvider = TimeProvider.System;
        });

        var failure = await Assert.ThrowsAsync<OneDriveConnectionException>(() => transfer(client));

        Assert.False(failure.IsTransient);
        Assert.Contains("BlockPrivateNetworks", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pathsecret7f3a", failure.ToString(), StringComparison.Ordinal);
    }
}
