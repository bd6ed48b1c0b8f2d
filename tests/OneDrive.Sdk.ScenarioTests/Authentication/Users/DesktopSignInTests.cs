using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.ScenarioTests.Authentication.Users;

/// <summary>A person signs in on their own machine: the browser returns to a port that attackers on the machine can reach too.</summary>
public sealed class DesktopSignInTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _attacker = new() { Timeout = TimeSpan.FromSeconds(30) };
    private UserScenario _scenario = null!;

    public async Task InitializeAsync() => _scenario = await UserScenario.StartAsync();

    public async Task DisposeAsync() => await _scenario.DisposeAsync();

    public void Dispose() => _attacker.Dispose();

    [Theory]
    [InlineData(AuthorizationResponseMode.FormPost)]
    [InlineData(AuthorizationResponseMode.Query)]
    public async Task TheBrowserReturns_AndTheClientReachesTheDrive(AuthorizationResponseMode mode)
    {
        var flow = _scenario.DesktopFlow(options => options.ResponseMode = mode);

        await SignInAsync(flow, async address => Assert.Equal(HttpStatusCode.OK, await _scenario.Browser.SignInAsync(address)));

        using var client = _scenario.CreateClient(flow.ForUser("me"));
        Assert.Equal(_scenario.Emulator.DefaultUser.Drive.Id, (await client.Drives.GetAsync(DriveAddress.Me)).Id);
    }

    [Fact]
    public async Task ByDefault_TheCodeDoesNotStandInAnAddress()
    {
        var statuses = new List<HttpStatusCode>();

        await SignInAsync(_scenario.DesktopFlow(), async address =>
        {
            var answer = await _scenario.Browser.OpenAsync(address);
            var query = string.Join('&', answer.FormFields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
            statuses.Add((await _attacker.GetAsync(new Uri($"{answer.FormAction}?{query}"))).StatusCode);
            statuses.Add((await _attacker.PostAsync(answer.FormAction, new FormUrlEncodedContent(answer.FormFields))).StatusCode);
        });

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.OK], statuses);
    }

    [Fact]
    [Trait("Threat", "T9")]
    public async Task WhateverAnAttackerSends_TheWaitGoesOn()
    {
        var statuses = new List<HttpStatusCode>();

        await SignInAsync(_scenario.DesktopFlow(), async address =>
        {
            var answer = await _scenario.Browser.OpenAsync(address);
            var home = answer.FormAction;
            statuses.Add(await PostAsync(home, new() { ["code"] = "evil", ["state"] = "wrong" }));
            statuses.Add(await PostAsync(home, new() { ["code"] = "evil" }));
            statuses.Add(await PostAsync(home, new() { ["error"] = "access_denied" }));
            statuses.Add(await PostAsync(home, new() { ["code"] = new string('x', 100_000), ["state"] = "wrong" }));
            statuses.Add(await PostAsync(new Uri(home, "/favicon.ico"), new() { ["state"] = "wrong" }));
            statuses.Add(await PostAsync(home, answer.FormFields, host: $"evil.example:{home.Port}"));
            statuses.Add(await PostAsync(home, answer.FormFields, host: "localhost:1"));
            statuses.Add(await RawAsync(home.Port, "nonsense\r\n\r\n"));
            var host = $"Host: localhost:{home.Port}\r\n";
            statuses.Add(await RawAsync(home.Port, $"POST / HTTP/1.1\r\n{host}{host}\r\n"));
            statuses.Add(await RawAsync(home.Port, $"POST / HTTP/1.1\r\n{host}Transfer-Encoding: chunked\r\n\r\n"));
            statuses.Add(await PostAsync(home, answer.FormFields));
        });

        Assert.Equal(HttpStatusCode.NotFound, statuses[4]);
        Assert.Equal(HttpStatusCode.OK, statuses[^1]);
        Assert.All(statuses.Where((_, index) => index != 4 && index != 10), status => Assert.Equal(HttpStatusCode.BadRequest, status));
    }

    [Fact]
    [Trait("Threat", "T9")]
    public async Task ConnectionsThatSayNothing_NeitherBlockNorFillTheListener()
    {
        List<TcpClient> silent = [];

        await SignInAsync(_scenario.DesktopFlow(), async address =>
        {
            var answer = await _scenario.Browser.OpenAsync(address);
            for (var count = 0; count < 120; count++)
            {
                var connection = new TcpClient();
                await connection.ConnectAsync(IPAddress.Loopback, answer.FormAction.Port);
                silent.Add(connection);
            }

            // A hundred have a place; the oldest made room.
            for (var index = 0; index < 20; index++)
                Assert.True(await IsClosedAsync(silent[index]));
            Assert.Equal(HttpStatusCode.OK, await PostAsync(answer.FormAction, answer.FormFields));
        });

        silent.ForEach(connection => connection.Dispose());
    }

    [Fact]
    [Trait("Threat", "T9")]
    public async Task AConnectionThatSaysNothing_IsClosedAfterFiveSeconds()
    {
        await SignInAsync(_scenario.DesktopFlow(), async address =>
        {
            var answer = await _scenario.Browser.OpenAsync(address);
            using var silent = new TcpClient();
            await silent.ConnectAsync(IPAddress.Loopback, answer.FormAction.Port);
            var closed = IsClosedAsync(silent);

            // The listener may accept it a moment later than the system does.
            while (!closed.IsCompleted)
            {
                _scenario.Clock.Advance(TimeSpan.FromSeconds(1));
                await Task.WhenAny(closed, Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System));
            }

            Assert.True(await closed);
            await PostAsync(answer.FormAction, answer.FormFields);
        });
    }

    [Fact]
    public async Task ThePage_LetsNothingThrough()
    {
        HttpResponseHeaders? headers = null;
        var page = "";

        await SignInAsync(_scenario.DesktopFlow(), async address =>
        {
            var answer = await _scenario.Browser.OpenAsync(address);
            var fields = new Dictionary<string, string>(answer.FormFields, StringComparer.Ordinal) { ["x"] = "<script>" };
            var response = await _attacker.PostAsync(answer.FormAction, new FormUrlEncodedContent(fields));
            headers = response.Headers;
            page = await response.Content.ReadAsStringAsync();
        });

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Equal("default-src 'none'", headers!.GetValues("Content-Security-Policy").Single());
        Assert.Equal("no-referrer", headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(headers.CacheControl!.NoStore);
    }

    [Fact]
    [Trait("Threat", "T9")]
    public async Task ThePort_IsOursBeforeTheBrowserOpensAndFreeAfterwards()
    {
        var port = 0;

        await SignInAsync(_scenario.DesktopFlow(), async address =>
        {
            port = (await _scenario.Browser.OpenAsync(address)).FormAction.Port;
            using var second = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            Assert.Throws<SocketException>(second.Start);
            await _scenario.Browser.SignInAsync(address);
        });

        using var later = new TcpClient();
        await Assert.ThrowsAnyAsync<SocketException>(() => later.ConnectAsync(IPAddress.Loopback, port));
    }

    [Fact]
    public async Task AFixedPortThatIsTaken_IsNamed()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0) { ExclusiveAddressUse = true };
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var flow = _scenario.DesktopFlow(options => options.RedirectUri = new Uri($"http://localhost:{port}"));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => SignInAsync(flow, _ => throw new InvalidOperationException("The browser must not open.")));

        Assert.Contains($"port {port}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenNobodyComes_TheWaitEnds()
    {
        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => SignInAsync(_scenario.DesktopFlow(), _ =>
        {
            _scenario.Clock.Advance(TimeSpan.FromMinutes(5));
            return Task.CompletedTask;
        }));

        Assert.True(failure.RequiresSignIn);
    }

    [Fact]
    public async Task WhenTheCallerGivesUp_TheirCancellationIsTheirs()
    {
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _scenario.DesktopFlow().SignInInteractivelyAsync(
            "me",
            new InteractiveSignInOptions { OpenBrowser = async (_, _) => await cancellation.CancelAsync() },
            cancellation.Token));
    }

    [Fact]
    public async Task APersonWhoDeclines_EndsTheWait()
    {
        _scenario.Emulator.Faults.Add(Fault.RefuseSignIn(65004, "access_denied"));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => SignInAsync(_scenario.DesktopFlow(), _scenario.Browser.SignInAsync));

        Assert.Equal("access_denied", failure.Error);
    }

    private static Task<UserSignIn> SignInAsync(AuthorizationCodeFlow flow, Func<Uri, Task> browse) => flow.SignInInteractivelyAsync(
        "me", new InteractiveSignInOptions { OpenBrowser = async (address, _) => await browse(address) });

    private static async Task<bool> IsClosedAsync(TcpClient connection) =>
        await connection.GetStream().ReadAsync(new byte[1]).AsTask().WaitAsync(TimeSpan.FromSeconds(30)) == 0;

    private async Task<HttpStatusCode> PostAsync(Uri address, Dictionary<string, string> fields, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Host = host;
        request.Headers.ConnectionClose = true;
        try
        {
            using var response = await _attacker.SendAsync(request);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            // Turned away in the middle of a body that is too long.
            return HttpStatusCode.BadRequest;
        }
    }

    private static async Task<HttpStatusCode> RawAsync(int port, string text)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, port);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));
        using var reader = new StreamReader(connection.GetStream());
        return (HttpStatusCode)int.Parse((await reader.ReadLineAsync())!.Split(' ')[1], provider: null);
    }
}
