using System.Net;
using System.Net.Sockets;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Tests.Threats;

/// <summary>The service names an address inside the network of whoever runs the client.</summary>
[Trait("Threat", "T4")]
public sealed class PrivateNetworkTests : IDisposable
{
    private readonly TcpListener _inside = new(IPAddress.Loopback, 0);

    public PrivateNetworkTests() => _inside.Start();

    private int Port => ((IPEndPoint)_inside.LocalEndpoint).Port;

    public void Dispose() => _inside.Dispose();

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("224.0.0.1")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("fc00::1")]
    [InlineData("fd12::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    [InlineData("fe80::1%3")]
    [InlineData("fec0::1")]
    [InlineData("64:ff9b:1::a00:1")]
    [InlineData("64:ff9b:1:808:8:800::")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:a00:1::")]
    [InlineData("2002:a9fe:a9fe::1")]
    [InlineData("::10.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:0:192.168.0.1")]
    [InlineData("2001:0:808:808::1")]
    [InlineData("2001:0::1")]
    [InlineData("fe80::5efe:808:808")]
    [InlineData("2603:1006::5efe:a00:1")]
    [InlineData("2603:1006::200:5efe:7f00:1")]
    [InlineData("2001:db8::1")]
    [InlineData("100::1")]
    [InlineData("5f00::1")]
    [InlineData("4000::1")]
    [InlineData("192.88.99.1")]
    [InlineData("255.255.255.255")]
    public void Contain_OfAPrivateAddress_IsTrue(string address) => Assert.True(PrivateNetworks.Contain(IPAddress.Parse(address)));

    [Theory]
    [InlineData("13.107.136.10")]
    [InlineData("100.128.0.1")]
    [InlineData("172.32.0.1")]
    [InlineData("192.1.1.1")]
    [InlineData("2603:1006::1")]
    [InlineData("64:ff9b::d6b:880a")]
    [InlineData("2002:d6b:880a::1")]
    [InlineData("2603:1006::5efe:d6b:880a")]
    [InlineData("2a01:111::1")]
    public void Contain_OfAPublicAddress_IsFalse(string address) => Assert.False(PrivateNetworks.Contain(IPAddress.Parse(address)));

    [Theory]
    [InlineData("upload.example")]
    [InlineData("127.0.0.1")]
    public async Task AnAnonymousRequestIntoThePrivateNetwork_MakesNoConnection(string host)
    {
        IPAddress[] addresses = [IPAddress.Parse("13.107.136.10"), IPAddress.Loopback];
        var connection = new PublicConnection(resolve: (_, _) => Task.FromResult(addresses));

        var failure = await Assert.ThrowsAsync<PrivateNetworkException>(() => ConnectAsync(connection, host, isAnonymous: true));

        Assert.Contains("BlockPrivateNetworks", failure.Message, StringComparison.Ordinal);
        Assert.False(_inside.Pending());
    }

    [Fact]
    public async Task TheAddressThatWasChecked_IsTheOneConnectedTo()
    {
        var asked = 0;
        var connection = new PublicConnection(resolve: (_, _) =>
        {
            asked++;
            return Task.FromResult<IPAddress[]>([IPAddress.Loopback]);
        });

        // A call to the service itself, which may be anywhere.
        await using var stream = await ConnectAsync(connection, "graph.example", isAnonymous: false);

        Assert.Equal(1, asked);
        using var accepted = await _inside.AcceptTcpClientAsync();
        Assert.True(accepted.Connected);
    }

    [Fact]
    public async Task ThroughAProxy_TheProxyIsReached()
    {
        var connection = new PublicConnection();
        using var request = Request("upload.example", isAnonymous: true);

        await using var stream = await connection.ConnectAsync(new DnsEndPoint("127.0.0.1", Port), request, CancellationToken.None);

        Assert.True(stream.CanWrite);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void CreateTransport_GuardsConnectionsOnlyWhenAskedTo(bool isAsked, bool isGuarded)
    {
        using var transport = HandlerChain.CreateTransport(new OneDriveOptions { BlockPrivateNetworks = isAsked });

        Assert.Equal(isGuarded, transport.ConnectCallback is not null);
    }

    [Fact]
    public async Task AClientWithTheGuard_RefusesAnUploadUrlOnThisMachine()
    {
        using var transport = HandlerChain.CreateTransport(new OneDriveOptions { BlockPrivateNetworks = true });
        using var invoker = new HttpMessageInvoker(transport);
        using var request = Request("localhost", isAnonymous: true);

        await Assert.ThrowsAsync<HttpRequestException>(() => invoker.SendAsync(request, CancellationToken.None));

        Assert.False(_inside.Pending());
    }

    private HttpRequestMessage Request(string host, bool isAnonymous)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"https://{host}:{Port}/");
        new RequestTraits { Operation = "Test", IsAnonymous = isAnonymous }.AttachTo(request);
        return request;
    }

    private async Task<Stream> ConnectAsync(PublicConnection connection, string host, bool isAnonymous)
    {
        using var request = Request(host, isAnonymous);
        return await connection.ConnectAsync(new DnsEndPoint(host, Port), request, CancellationToken.None);
    }
}
