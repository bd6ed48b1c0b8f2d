using System.CommandLine;
using System.Net;
using System.Text.RegularExpressions;
using OneDrive.Sdk.Emulator.Tests.Support;
using OneDrive.Sdk.Emulator.Tool;

namespace OneDrive.Sdk.Emulator.Tests.Tool;

public sealed partial class EmulatorCommandTests
{
    [Fact]
    public async Task Run_PrintsSettingsThatSignIn_AndEndsWhenToldTo()
    {
        await using var output = new FlushWatcher();
        using var stop = new CancellationTokenSource();
        var running = RunAsync(output, TextWriter.Null, stop.Token, "--port", "0");
        var banner = await output.Flushed;
        using (var http = new HttpClient())
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = Setting(banner, "Client id"),
                ["client_secret"] = Setting(banner, "Client secret"),
                ["scope"] = Setting(banner, "Scope"),
            });
            using var response = await http.PostAsync(Setting(banner, "Token endpoint"), form);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        await stop.CancelAsync();

        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task Run_WithACertificate_LetsItsKeySignIn()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var certificate = Assertion.CreateCertificate();
        await File.WriteAllTextAsync(file, certificate.ExportCertificatePem());
        try
        {
            await using var output = new FlushWatcher();
            using var stop = new CancellationTokenSource();
            var running = RunAsync(output, TextWriter.Null, stop.Token, "--port", "0", "--certificate", file);
            var banner = await output.Flushed;
            var endpoint = Setting(banner, "Token endpoint");
            var assertion = new Assertion(certificate, OneDriveEmulator.DefaultClientId, endpoint, TimeProvider.System.GetUtcNow());
            using (var http = new HttpClient())
            {
                using var form = new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "client_credentials",
                    ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                    ["client_assertion"] = assertion.Sign(),
                    ["scope"] = Setting(banner, "Scope"),
                });
                using var response = await http.PostAsync(endpoint, form);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            }

            await stop.CancelAsync();
            Assert.Equal(0, await running);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.Redirect)]
    [InlineData(HttpStatusCode.BadRequest, "--strict")]
    public async Task Run_ServesClientsThatNobodyRegistered_UnlessStrict(HttpStatusCode expected, params string[] arguments)
    {
        await using var output = new FlushWatcher();
        using var stop = new CancellationTokenSource();
        var running = RunAsync(output, TextWriter.Null, stop.Token, ["--port", "0", .. arguments]);
        var endpoint = Setting(await output.Flushed, "Token endpoint").Replace("/token", "/authorize", StringComparison.Ordinal);
        using (var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }))
        {
            using var response = await http.GetAsync(
                $"{endpoint}?client_id=anybody&response_type=code&scope=Files.Read&redirect_uri=http%3A%2F%2Flocalhost%3A53682%2F");
            Assert.Equal(expected, response.StatusCode);
        }

        await stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task Run_WithADriveType_HasADriveOfThatKind()
    {
        await using var output = new FlushWatcher();
        using var stop = new CancellationTokenSource();
        var running = RunAsync(output, TextWriter.Null, stop.Token, "--port", "0", "--drive-type", "personal");

        Assert.Matches("  drive [0-9A-F]{16}\\s", await output.Flushed);
        await stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task Run_WithFilesUsersFaultsAndQuirks_HasThem()
    {
        var folder = Directory.CreateTempSubdirectory("tool-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "seed", "sub ü", "empty"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "seed", "sub ü", "a.txt"), "content");
            var faults = Path.Combine(folder.FullName, "faults.json");
            await File.WriteAllTextAsync(faults, """[{"kind":"Status","statusCode":503,"operation":"Search","times":2}]""");
            await using var output = new FlushWatcher();
            using var stop = new CancellationTokenSource();
            var running = RunAsync(
                output, TextWriter.Null, stop.Token, "--port", "0", "--seed", Path.Combine(folder.FullName, "seed"), "--users",
                "alex@contoso.example,megan@contoso.example", "--faults", faults, "--throttle", "light", "--quirks", "7", "nasty-day");
            var endpoint = new Uri(Setting(await output.Flushed, "Graph")[..^"v1.0/".Length]);
            using (var http = new HttpClient { BaseAddress = endpoint })
            {
                var users = await http.GetStringAsync("_emulator/users");
                Assert.Contains("megan@contoso.example", users, StringComparison.Ordinal);
                var items = await http.GetStringAsync("_emulator/drives/adele@contoso.example/items?recursive=true");
                Assert.Contains("\"total\":3", items, StringComparison.Ordinal);
                Assert.Contains("sub ü/a.txt", items, StringComparison.Ordinal);
                var declared = await http.GetStringAsync("_emulator/faults");
                Assert.Contains("\"operation\":\"Search\"", declared, StringComparison.Ordinal);
                Assert.Contains("\"statusCode\":429", declared, StringComparison.Ordinal);
                var quirks = await http.GetStringAsync("_emulator/quirks");
                Assert.Matches("AcknowledgementsAreLost[^}]*\"enabled\":true", quirks);
            }

            await stop.CancelAsync();
            Assert.Equal(0, await running);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Run_WithFaultsThatMakeNoSense_NamesTheFileAndTheReason()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """[{"kind":"Earthquake"}]""");
        await using var error = new StringWriter();
        var code = await RunAsync(TextWriter.Null, error, CancellationToken.None, "--port", "0", "--faults", file);
        File.Delete(file);

        Assert.Equal(1, code);
        Assert.Contains(file, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("'Earthquake' is not a valid kind", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithAFolderInUse_SaysSo()
    {
        await using var kept = await KeptEmulator.StartAsync();
        await using var error = new StringWriter();
        var code = await RunAsync(TextWriter.Null, error, CancellationToken.None, "--port", "0", "--data", kept.Folder);

        Assert.Equal(1, code);
        Assert.Contains("in use by another emulator", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OnATakenPort_SaysSoAndFails()
    {
        await using var emulator = await OneDriveEmulator.StartAsync();
        await using var error = new StringWriter();
        var code = await RunAsync(TextWriter.Null, error, CancellationToken.None, "--port", $"{emulator.Endpoint.Port}");

        Assert.Equal(1, code);
        Assert.Contains($"{emulator.Endpoint.Port}", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port", "many")]
    [InlineData("--port", "70000")]
    [InlineData("--page-size", "0")]
    [InlineData("--drive-type", "floppy")]
    [InlineData("--certificate", "no such file")]
    [InlineData("--nonsense", "1")]
    [InlineData("--port", "-1")]
    [InlineData("--listen", "everywhere")]
    [InlineData("--latency", "-1")]
    [InlineData("--bandwidth", "3Q")]
    [InlineData("--bandwidth", "0")]
    [InlineData("--throttle", "gentle")]
    [InlineData("--faults", "no such file")]
    [InlineData("--quirks", "999")]
    [InlineData("--seed", "no such folder")]
    public async Task Run_WithAWrongOption_Fails(string option, string value)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await RunAsync(output, error, CancellationToken.None, option, value);

        Assert.Equal(1, code);
        Assert.NotEmpty(error.ToString());
        Assert.Empty(output.ToString());
    }

    [Theory]
    [InlineData("--throttle", "gentle", "'gentle' is not a file, and not one of Light, Heavy, Uploads, Service, "
        + "ServiceWithoutHeaders, Debt, Crowd, Penalty, WithoutAdvice, Bandwidth.")]
    [InlineData("--drive-type", "9", "'9' is not one of Business, Personal, DocumentLibrary.")]
    public async Task Run_WithAnUnknownName_NamesThoseThatThereAre(string option, string value, string expected)
    {
        await using var error = new StringWriter();
        await RunAsync(TextWriter.Null, error, CancellationToken.None, option, value);

        Assert.Equal(expected, error.ToString().Trim());
    }

    private static Task<int> RunAsync(TextWriter output, TextWriter error, CancellationToken cancellationToken, params string[] arguments)
        => EmulatorCommand.InvokeAsync(arguments, new InvocationConfiguration { Output = output, Error = error }, cancellationToken);

    private static string Setting(string banner, string name)
        => SettingLine().Matches(banner).First(match => match.Groups["name"].Value == name).Groups["value"].Value;

    [GeneratedRegex(
        @"^\s+(?<name>[A-Z][A-Za-z-]+( [a-z0-9]+)?)\s{2,}(?<value>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SettingLine();
}
