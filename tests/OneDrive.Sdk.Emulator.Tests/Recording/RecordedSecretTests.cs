using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OneDrive.Sdk.Emulator.Recording;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Recording;

public sealed partial class RecordedSecretTests : IAsyncLifetime
{
    private static readonly string[] TokenNames = ["access_token", "refresh_token", "id_token"];

    private readonly List<string> _secrets = [OneDriveEmulator.DefaultClientSecret];
    private EmulatorClient _client = null!;

    public async Task InitializeAsync() => _client = await EmulatorClient.StartAsync(options =>
    {
        options.RecordBodies = true;
        options.RefuseAuthorizationOnAnonymousUrls = false;
    });

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task RecordedHeadersAndBodies_HoldNoSecretOfAnyKind()
    {
        await SignInWithABrowserAsync();
        await SignInWithADeviceAsync();
        await UseFilesAsync();
        await UseBatchAndSharingAsync();
        _secrets.Add(_client.Token);

        using var stream = new MemoryStream();
        await _client.Emulator.Traffic.WriteToAsync(stream);
        var text = Encoding.UTF8.GetString(stream.ToArray());

        Assert.True(_secrets.Distinct().Count() > 12, string.Join('\n', _secrets));
        Assert.All(_secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotMatch(LooksSecret(), text);
        Assert.Contains("\"name\\\":\\\"a.txt", text, StringComparison.Ordinal);
        Assert.Contains("grant_type=authorization_code", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"refresh_token" : "abc\"def","x":1}""", """{"refresh_token" : "REDACTED","x":1}""")]
    [InlineData("""{"password":"abc\""", """{"password":"REDACTED""")]
    [InlineData("""{"@microsoft.graph.downloadUrl":"https://x/y?z""", """{"@microsoft.graph.downloadUrl":"REDACTED""")]
    [InlineData("code=abc&state=1&client_secret=x%26y", "code=REDACTED&state=1&client_secret=REDACTED")]
    [InlineData("see https://h/_transfer/download?tempauth=v1.0.AB&a=1", "see https://h/_transfer/download?tempauth=REDACTED&a=1")]
    [InlineData("""<input name="code" value="0.Aabcdefghijklmnopqrstuvwxyz">""", """<input name="code" value="REDACTED">""")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln", "REDACTED")]
    [InlineData("""{"error":{"code":"itemNotFound"}}""", """{"error":{"code":"itemNotFound"}}""")]
    [InlineData("emulated.0123", "REDACTED")]
    public void Mask_MasksSecretsOnly(string text, string expected) => Assert.Equal(expected, SecretMask.Mask(text));

    private async Task SignInWithABrowserAsync()
    {
        var redirect = Uri.EscapeDataString("http://localhost");
        foreach (var mode in new[] { "query", "form_post", "fragment" })
        {
            using var page = await _client.SendAnonymouslyAsync(
                HttpMethod.Get,
                $"common/oauth2/v2.0/authorize?client_id={OneDriveEmulator.DefaultClientId}&response_type=code&redirect_uri={redirect}"
                + $"&scope=openid%20offline_access%20Files.ReadWrite.All&response_mode={mode}&state=canary-state");
            var answer = page.Headers.Location?.OriginalString ?? await page.Content.ReadAsStringAsync();
            var code = CodeOfAnswer().Match(answer).Value;
            Keep(await FormAsync(
                "common/oauth2/v2.0/token", ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", "http://localhost")));
            _secrets.Add(code);
        }
    }

    private async Task SignInWithADeviceAsync()
    {
        var begun = await FormAsync("common/oauth2/v2.0/devicecode", ("scope", "openid offline_access Files.Read"));
        _secrets.Add(begun["device_code"]!.GetValue<string>());
        _client.Emulator.ApproveDeviceCode(begun["user_code"]!.GetValue<string>());
        Keep(await FormAsync(
            "common/oauth2/v2.0/token",
            ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
            ("device_code", begun["device_code"]!.GetValue<string>())));
    }

    private async Task UseFilesAsync()
    {
        using var put = await _client.PutAsync($"{_client.Drive}/root:/a.txt:/content", "words"u8.ToArray(), ("X-Api-Key", "canary-key"));
        var upload = await _client.CreateSessionAsync("b.bin");
        using var fragment = await _client.PutFragmentAsync(upload, [1, 2, 3], 0, 3);
        using var redirect = await _client.GetAsync($"{_client.Drive}/root:/a.txt:/content");
        using var download = await _client.SendAnonymouslyAsync(HttpMethod.Get, redirect.Headers.Location!.AbsoluteUri);
        using var item = await _client.GetAsync($"{_client.Drive}/root:/a.txt");
        using var copy = await _client.PostAsync(
            $"{_client.Drive}/root:/a.txt:/copy", """{"name":"c.txt","parentReference":{"path":"/drive/root:"}}""");
        var monitor = copy.Headers.Location!.AbsoluteUri;
        using var watched = await _client.SendAnonymouslyAsync(HttpMethod.Get, monitor);
        _secrets.AddRange(["canary-key", monitor.Split('/')[^1]]);
        _secrets.AddRange(new[] { upload, redirect.Headers.Location.AbsoluteUri }.Select(url => TemporaryPass().Match(url).Value));
    }

    private async Task UseBatchAndSharingAsync()
    {
        var drive = _client.Drive["v1.0".Length..];
        using var batch = await _client.PostAsync(
            "v1.0/$batch",
            $$$"""
            {"requests":[{"id":"1","method":"GET","url":"{{{drive}}}/root:/a.txt:/content","headers":{"Authorization":"Bearer {{{_client.Token}}}"}}]}
            """);
        using var locked = await _client.PostAsync(
            $"{_client.Drive}/root:/a.txt:/createLink", """{"type":"view","scope":"anonymous","password":"canary-password"}""");
        using var link = await _client.PostAsync($"{_client.Drive}/root:/a.txt:/createLink", """{"type":"view","scope":"anonymous"}""");
        var share = (await EmulatorClient.ReadJsonAsync(link))["shareId"]!.GetValue<string>();
        using var used = await _client.GetAsync($"v1.0/shares/{share}/driveItem");
        _secrets.AddRange([share, "canary-password"]);
    }

    private void Keep(JsonNode tokens) => _secrets.AddRange(
        TokenNames.Select(name => tokens[name]!.GetValue<string>()));

    private async Task<JsonNode> FormAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(
        [
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            KeyValuePair.Create("client_id", OneDriveEmulator.DefaultClientId),
            KeyValuePair.Create("client_secret", OneDriveEmulator.DefaultClientSecret),
        ]);
        using var response = await _client.Http.PostAsync(path, form);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await EmulatorClient.ReadJsonAsync(response);
    }

    [GeneratedRegex(@"0\.A[A-Za-z0-9_-]{64}", RegexOptions.None, 1000)]
    private static partial Regex CodeOfAnswer();

    [GeneratedRegex(@"(?<=tempauth=)[^&]+", RegexOptions.None, 1000)]
    private static partial Regex TemporaryPass();

    [GeneratedRegex(
        @"emulated\.[0-9a-f]{8}|[01]\.A[A-Za-z0-9_-]{64}|tempauth=(v1\.|[0-9A-F]{16})|eyJ[A-Za-z0-9_-]{20}",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex LooksSecret();
}
