using System.CommandLine;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using OneDrive.Sdk.Emulator.Tests.Support;
using OneDrive.Sdk.Emulator.Tool;

namespace OneDrive.Sdk.Emulator.Tests.Tool;

/// <summary>What the tool prints is enough for a client to reach it and to sign in.</summary>
public sealed partial class ClientAccessTests
{
    [Fact]
    public async Task Run_PrintsAddressesThatAnswer()
    {
        await using var output = new FlushWatcher();
        using var stop = new CancellationTokenSource();
        var running = RunAsync(output, TextWriter.Null, stop.Token, "--port", "0");
        var banner = await output.Flushed;
        using (var http = new HttpClient())
        {
            var configuration = await http.GetStringAsync(new Uri(Setting(banner, "OpenID")));
            Assert.Contains("userinfo_endpoint", configuration, StringComparison.Ordinal);
            foreach (var address in (string[])["Sign-in page", "Graph", "Discovery", "Device code", "SharePoint", "Version 1"])
            {
                using var response = await http.GetAsync(new Uri(Setting(banner, address)));
                Assert.NotEqual(HttpStatusCode.NotFound, response.StatusCode);
            }
        }

        foreach (var client in (string[])["OneDrive.Sdk:", "curl:", "Microsoft.Graph", "MSAL", "rclone", "SSL_CERT_FILE", "devicelogin"])
        {
            Assert.Contains(client, banner, StringComparison.Ordinal);
        }

        await stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    [Theory]
    [InlineData("https://app.example/cb", HttpStatusCode.Redirect, "--redirect-uri", "https://app.example/cb")]
    [InlineData("https://a.example", HttpStatusCode.Redirect, "--redirect-uri", "https://b.example", "--redirect-uri", "https://a.example")]
    [InlineData("https://app.example/3", HttpStatusCode.BadRequest, "--redirect-uri", "https://app.example/cb")]
    [InlineData("http://localhost:1234/anything", HttpStatusCode.Redirect)]
    [InlineData("http://127.0.0.1:1234/anything", HttpStatusCode.Redirect)]
    [InlineData("http://127.0.0.1:1234/anything", HttpStatusCode.BadRequest, "--strict")]
    public async Task Run_SendsPeopleBack_ToTheAddressesThatAreAllowed(string address, HttpStatusCode expected, params string[] arguments)
    {
        await using var output = new FlushWatcher();
        using var stop = new CancellationTokenSource();
        var running = RunAsync(output, TextWriter.Null, stop.Token, ["--port", "0", .. arguments]);
        var banner = await output.Flushed;
        using (var handler = new SocketsHttpHandler { AllowAutoRedirect = false })
        using (var http = new HttpClient(handler))
        {
            using var response = await http.GetAsync(new Uri(
                $"{Setting(banner, "Sign-in page")}?client_id={Setting(banner, "Client id")}&response_type=code&scope=Files.Read"
                    + $"&redirect_uri={Uri.EscapeDataString(address)}"));
            Assert.Equal(expected, response.StatusCode);
        }

        await stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task Run_WithHostNames_ServesThemWithItsCertificate()
    {
        await using var output = new FlushWatcher();
        using var stop = new CancellationTokenSource();
        var running = RunAsync(output, TextWriter.Null, stop.Token, "--port", "0", "--https", "--host-name", "graph.microsoft.com");
        var endpoint = new Uri(Setting(await output.Flushed, "Graph"));
        var names = new List<string>();
        using (var tcp = new TcpClient())
        {
            await tcp.ConnectAsync("127.0.0.1", endpoint.Port);
            await using var tls = new SslStream(tcp.GetStream(), leaveInnerStreamOpen: true, (_, certificate, _, _) =>
            {
                using var served = new X509Certificate2(certificate!);
                names.AddRange(served.Extensions.OfType<X509SubjectAlternativeNameExtension>()
                    .SelectMany(extension => extension.EnumerateDnsNames()));
                return true;
            });
            await tls.AuthenticateAsClientAsync("graph.microsoft.com");
        }

        Assert.Contains("graph.microsoft.com", names);
        Assert.Contains("localhost", names);
        await stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    private static Task<int> RunAsync(TextWriter output, TextWriter error, CancellationToken cancellationToken, params string[] arguments)
        => EmulatorCommand.InvokeAsync(arguments, new InvocationConfiguration { Output = output, Error = error }, cancellationToken);

    private static string Setting(string banner, string name)
        => SettingLine().Matches(banner).First(match => match.Groups["name"].Value == name).Groups["value"].Value;

    [GeneratedRegex(
        @"^\s+(?<name>[A-Z][A-Za-z-]+( [a-z0-9]+)?)\s{2,}(?<value>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SettingLine();
}
