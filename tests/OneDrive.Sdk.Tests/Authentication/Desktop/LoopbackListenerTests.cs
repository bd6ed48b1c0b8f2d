using System.Net;
using System.Net.Sockets;
using System.Text;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.FieldTests;

namespace OneDrive.Sdk.Tests.Authentication.Desktop;

/// <summary>Other programs on the machine stand where the browser returns to.</summary>
[Trait("Threat", "T9")]
public sealed class LoopbackListenerTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [FieldCase(
        "H12", "H3", Source = "in the kind of coralogix/cx-cli#151",
        Report = "Another program listens on the port of the redirect URI on `[::1]`, which browsers use first.",
        Right = "The port must be free on IPv4 and IPv6: another one is used, or, if the port is registered, the sign-in fails before it "
            + "starts.")]
    public void Start_WithARegisteredPortThatIsTakenOnOneFamily_SaysSo(string address)
    {
        using var other = new TcpListener(IPAddress.Parse(address), 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var failure = Assert.Throws<OneDriveAuthenticationException>(() => Start($"http://localhost:{port}"));

        Assert.Contains($"port {port}", failure.Message, StringComparison.Ordinal);
        Assert.Contains("without a port", failure.Hint, StringComparison.Ordinal);
    }

    [Fact]
    [FieldCase("H12", "H3")]
    public void Start_WithAnyPort_HasItOnBothFamilies()
    {
        using var listener = Start("http://localhost/back");
        var port = new Uri(listener.RedirectUri).Port;

        foreach (var address in (IPAddress[])[IPAddress.Loopback, IPAddress.IPv6Loopback])
        {
            using var second = new TcpListener(address, port);
            Assert.Throws<SocketException>(second.Start);
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1", "127.0.0.1")]
    [InlineData("http://[::1]/x", "::1")]
    [InlineData("http://127.0.0.2/x", "127.0.0.2")]
    [FieldCase(
        "H3.literal-redirect", "H3", Source = "own",
        Report = "The registered redirect URI contains an IP address, such as `http://127.0.0.2` or `http://[::1]`.",
        Right = "Only that address is listened on.")]
    public async Task Start_WithAnAddress_ListensThere(string registered, string address)
    {
        using var listener = Start(registered);
        var redirect = new Uri(listener.RedirectUri);
        var waiting = listener.WaitAsync(callback => callback.State == "s", AuthorizationResponseMode.Query, CancellationToken.None);

        var status = await AskAsync(IPAddress.Parse(address), redirect, "GET", "code=c&state=s");

        Assert.Equal("200", status);
        Assert.Equal("c", (await waiting).Code);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(150)]
    [FieldCase(
        "H13", "H2", Source = "own",
        Report = "Twenty or more idle connections are open at the listener.",
        Right = "The browser is served: the oldest silent connection is closed.")]
    public async Task WaitAsync_WithSilentConnections_ServesTheBrowser(int count)
    {
        using var listener = Start("http://localhost/");
        var redirect = new Uri(listener.RedirectUri);
        var waiting = listener.WaitAsync(callback => callback.State == "s", AuthorizationResponseMode.Query, CancellationToken.None);
        List<TcpClient> silent = [];
        for (var index = 0; index < count; index++)
        {
            var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, redirect.Port);
            silent.Add(client);
        }

        var status = await AskAsync(IPAddress.Loopback, redirect, "GET", "code=c&state=s");

        Assert.Equal("200", status);
        Assert.Equal("c", (await waiting).Code);
        silent.ForEach(client => client.Dispose());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET \\ HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost:{0}\r\nContent-Length: 99999999999\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost:{0}\r\nContent-Length: -1\r\n\r\nx")]
    [InlineData("GET /?code=%ud83d&state=%ff HTTP/1.1\r\nHost: localhost:{0}\r\n\r\n")]
    [InlineData("GET /?state=s&state=s HTTP/1.1\r\nHost: localhost:{0}\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001\u0002\0\u0001\0")]
    [FieldCase(
        "H4.listener", "H4", Source = "own",
        Report = "Other programs send the listener something other than HTTP, TLS, or unexpected responses.",
        Right = "They are rejected; the response of the browser is received afterwards.")]
    public async Task WaitAsync_AfterWhateverCame_ReceivesTheAnswer(string text)
    {
        using var listener = Start("http://localhost/");
        var redirect = new Uri(listener.RedirectUri);
        var waiting = listener.WaitAsync(callback => callback.State == "s", AuthorizationResponseMode.Query, CancellationToken.None);
        using (var other = new TcpClient())
        {
            await other.ConnectAsync(IPAddress.Loopback, redirect.Port);
            await other.GetStream().WriteAsync(Encoding.Latin1.GetBytes(string.Format(provider: null, text, redirect.Port)));
            other.Client.LingerState = new LingerOption(true, 0);
        }

        await AskAsync(IPAddress.Loopback, redirect, "GET", "code=c&state=s");

        Assert.Equal("c", (await waiting).Code);
    }

    private static LoopbackListener Start(string registered) => LoopbackListener.Start(new Uri(registered), TimeProvider.System);

    private static async Task<string> AskAsync(IPAddress address, Uri redirect, string method, string query)
    {
        using var client = new TcpClient(address.AddressFamily);
        await client.ConnectAsync(address, redirect.Port);
        await client.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"{method} {redirect.AbsolutePath}?{query} HTTP/1.1\r\nHost: {redirect.Authority}\r\n\r\n"));
        using var reader = new StreamReader(client.GetStream());
        return (await reader.ReadLineAsync())!.Split(' ')[1];
    }
}
