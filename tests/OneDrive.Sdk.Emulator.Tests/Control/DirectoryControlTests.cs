using System.Text;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Control.Support;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Control;

public sealed class DirectoryControlTests : IAsyncLifetime
{
    private ControlClient _control = null!;

    public async Task InitializeAsync() => _control = await ControlClient.StartAsync();

    public async Task DisposeAsync() => await _control.DisposeAsync();

    [Fact]
    public async Task Users_AreAddedShownAndRemoved()
    {
        var alex = (await _control.PostAsync(
            "users", """{"userPrincipalName":"alex@contoso.example","displayName":"Alex","driveType":"Personal","quota":5000}"""))!;
        var nameless = (await _control.PostAsync("users"))!;
        var shown = (await _control.GetAsync("users/ALEX@contoso.example"))!;
        var conflict = await _control.RefuseAsync("POST", "users", 409, """{"userPrincipalName":"alex@contoso.example"}""");
        await _control.DeleteAsync($"users/{alex["id"]}");

        Assert.Equal(5000, shown["quota"]!.GetValue<long>());
        Assert.Matches("^[0-9A-F]{16}$", alex["driveId"]!.GetValue<string>());
        Assert.NotEqual(alex["userPrincipalName"]!.GetValue<string>(), nameless["userPrincipalName"]!.GetValue<string>());
        Assert.Contains("already exists", conflict, StringComparison.Ordinal);
        Assert.Equal(2, (await _control.GetAsync("users"))!.AsArray().Count);
        Assert.Contains("does not exist", await _control.RefuseAsync("GET", "users/alex@contoso.example", 404), StringComparison.Ordinal);
        var refused = await _control.RefuseAsync("DELETE", "users/adele@contoso.example", 409);
        Assert.Contains("cannot be removed", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARemovedUser_CanNeitherUseATokenNorAnUploadUrl()
    {
        var alex = (await _control.PostAsync("users", """{"userPrincipalName":"alex@contoso.example"}"""))!;
        var token = (await _control.PostAsync("tokens", """{"user":"alex@contoso.example"}"""))!["accessToken"]!.GetValue<string>();
        (_control.Graph.Token, var before) = (token, _control.Graph.Token);
        using var mine = await _control.Graph.GetAsync("v1.0/me/drive");
        using var session = await _control.Graph.PostAsync("v1.0/me/drive/root:/a.bin:/createUploadSession", "{}");
        var url = (await EmulatorClient.ReadJsonAsync(session))["uploadUrl"]!.GetValue<string>();
        await _control.DeleteAsync("users/alex@contoso.example");
        using var refused = await _control.Graph.GetAsync("v1.0/me/drive");
        using var gone = await _control.Graph.SendAnonymouslyAsync(HttpMethod.Get, url);
        _control.Graph.Token = before;
        using var drive = await _control.Graph.GetAsync($"v1.0/drives/{alex["driveId"]}");

        Assert.Equal([200, 401, 404, 404], new[] { mine, refused, gone, drive }.Select(response => (int)response.StatusCode));
        Assert.Equal(0, _control.Emulator.OpenUploadSessions);
    }

    [Fact]
    public async Task GroupsSitesAndLists_AreAddedAndRemoved()
    {
        var sales = (await _control.PostAsync("groups", """{"displayName":"Sales Team","quota":7}"""))!;
        var list = (await _control.PostAsync($"groups/{sales["id"]}/lists", """{"name":"Risks"}"""))!;
        var site = (await _control.PostAsync("sites", """{"displayName":"Plans","lists":["Steps","Goals"]}"""))!;
        var conflict = await _control.RefuseAsync("POST", $"groups/{sales["id"]}/lists", 409, """{"name":"Risks"}""");
        using var overGraph = await _control.Graph.GetAsync($"v1.0/sites/{site["id"]}");

        Assert.Equal("sales-team@contoso.example", sales["mail"]!.GetValue<string>());
        Assert.Equal("Risks", list["name"]!.GetValue<string>());
        Assert.Contains("already", conflict, StringComparison.Ordinal);
        Assert.Equal(2, site["lists"]!.AsArray().Count);
        Assert.Equal("Plans", (await EmulatorClient.ReadJsonAsync(overGraph))["displayName"]!.GetValue<string>());
        Assert.Equal(3, (await _control.GetAsync("sites"))!.AsArray().Count);
        await _control.RefuseAsync("POST", "groups", 409, """{"mail":"sales-team@contoso.example"}""");
        await _control.DeleteAsync("groups/sales-team@contoso.example");
        Assert.Equal(2, (await _control.GetAsync("groups"))!.AsArray().Count);
        Assert.NotNull(await _control.GetAsync($"groups/{site["groupId"]}"));
    }

    [Fact]
    public async Task Applications_AreRegisteredWithAddressesAndCertificates_AndTheirSecretIsNotShown()
    {
        using var certificate = Assertion.CreateCertificate();
        var body = new JsonObject
        {
            ["clientId"] = "canary",
            ["clientSecret"] = "canary-secret",
            ["displayName"] = "Canary",
            ["redirectUris"] = new JsonArray("http://localhost:3000/callback"),
            ["certificates"] = new JsonArray(certificate.ExportCertificatePem()),
        };
        var added = (await _control.PostAsync("applications", body.ToJsonString()))!;
        await _control.PostAsync("applications/canary/redirectUris", """{"redirectUri":"https://app.example/back"}""");
        var der = new JsonObject { ["certificate"] = Convert.ToBase64String(certificate.RawData) };
        var shown = (await _control.PostAsync("applications/CANARY/certificates", der.ToJsonString()))!;
        var changed = (await _control.SendAsync("PATCH", "applications/canary", """{"requiresAdminConsent":true}"""))!;
        using var token = await _control.Graph.Http.PostAsync(
            $"{_control.Emulator.TenantId}/oauth2/v2.0/token",
            new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = "canary",
                ["client_secret"] = "canary-secret",
                ["scope"] = "https://graph.microsoft.com/.default",
            }));

        Assert.Equal(200, (int)token.StatusCode);
        Assert.True(added["hasSecret"]!.GetValue<bool>());
        Assert.DoesNotContain("canary-secret", added.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(2, shown["redirectUris"]!.AsArray().Count);
        Assert.Equal(certificate.Thumbprint, shown["certificates"]![1]!["thumbprint"]!.GetValue<string>());
        Assert.True(changed["requiresAdminConsent"]!.GetValue<bool>());
        await _control.RefuseAsync("POST", "applications", 409, """{"clientId":"canary"}""");
        await _control.DeleteAsync("applications/canary");
        await _control.RefuseAsync("GET", "applications/canary", 404);
        await _control.RefuseAsync("DELETE", $"applications/{OneDriveEmulator.DefaultClientId}", 409);
        Assert.Single((await _control.GetAsync("applications"))!.AsArray());
    }

    [Fact]
    public async Task Settings_AreEnoughToSignIn()
    {
        var settings = (await _control.GetAsync("settings"))!;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = settings["clientId"]!.GetValue<string>(),
            ["client_secret"] = settings["clientSecret"]!.GetValue<string>(),
            ["scope"] = settings["scope"]!.GetValue<string>(),
        });
        using var response = await _control.Graph.Http.PostAsync(settings["tokenEndpoint"]!.GetValue<string>(), form);
        _control.Graph.Token = (await EmulatorClient.ReadJsonAsync(response))["access_token"]!.GetValue<string>();
        using var drive = await _control.Graph.GetAsync($"{settings["graphEndpoint"]}drives/{settings["driveId"]}");

        Assert.Equal(200, (int)drive.StatusCode);
    }

    [Fact]
    public async Task Drives_AreFilledAndShown()
    {
        const string Content = "drives/adele@contoso.example/content?path=Reports/2024%20%C3%BC.txt";
        var file = (await _control.PutBytesAsync(Content, "one"u8.ToArray()))!;
        await _control.PutBytesAsync(Content, "second"u8.ToArray());
        await _control.PostAsync("drives/adele@contoso.example/folders", """{"path":"Archive/old"}""");
        var root = (await _control.GetAsync("drives/adele@contoso.example/items"))!;
        var all = (await _control.GetAsync("drives/adele@contoso.example/items?recursive=true&limit=2&offset=1"))!;
        var item = (await _control.GetAsync("drives/adele@contoso.example/item?path=/Reports/2024%20%C3%BC.txt"))!;
        var bytes = (await _control.GetAsync(Content))!;
        var drive = (await _control.GetAsync($"drives/{_control.Emulator.DefaultUser.Drive.Id}"))!;

        Assert.Equal("Reports/2024 ü.txt", file["path"]!.GetValue<string>());
        Assert.Equal(["Archive", "Reports"], root["value"]!.AsArray().Select(one => one!["name"]!.GetValue<string>()));
        Assert.Equal(4, all["total"]!.GetValue<int>());
        Assert.Equal(2, all["value"]!.AsArray().Count);
        Assert.Equal([6, 3], item["versions"]!.AsArray().Select(version => version!["size"]!.GetValue<int>()));
        Assert.Equal("second", bytes.GetValue<string>());
        Assert.Equal(4, drive["items"]!.GetValue<int>());
        await _control.DeleteAsync("drives/adele@contoso.example/item?path=Reports");
        await _control.RefuseAsync("GET", "drives/adele@contoso.example/item?path=Reports", 404);
        await _control.RefuseAsync("DELETE", "drives/adele@contoso.example/item", 400);
        await _control.RefuseAsync("DELETE", "drives/adele@contoso.example/item?path=Reports", 404);
        await _control.RefuseAsync("GET", "drives/adele@contoso.example/content?path=Archive", 404);
        await _control.RefuseAsync("POST", "drives/adele@contoso.example/folders", 400, """{"path":"bad|name"}""");
    }

    [Fact]
    public async Task AFileOfTheDrive_IsHandedOutAsBytesThatCannotRun()
    {
        await _control.PutBytesAsync("drives/adele@contoso.example/content?path=evil.html", "<script>alert(1)</script>"u8.ToArray());
        using var response = await _control.Graph.SendAnonymouslyAsync(
            HttpMethod.Get, "_emulator/drives/adele@contoso.example/content?path=evil.html");

        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task QuotaDescriptionAndMalware_AreOfTheService()
    {
        await _control.PutBytesAsync("drives/adele@contoso.example/content?path=a.docx", Encoding.UTF8.GetBytes("12345"));
        var described = (await _control.PostAsync("drives/adele@contoso.example/describeContent", """{"path":"a.docx","size":99}"""))!;
        var infected = (await _control.PostAsync("drives/adele@contoso.example/infect", """{"path":"a.docx"}"""))!;
        await _control.SendAsync("PATCH", "drives/adele@contoso.example", """{"quota":6}""");
        using var full = await _control.Graph.PutAsync($"{_control.Graph.Drive}/root:/b.bin:/content", new byte[10]);
        using var redirect = await _control.Graph.GetAsync($"{_control.Graph.Drive}/root:/a.docx:/content");
        using var held = await _control.Graph.SendAnonymouslyAsync(HttpMethod.Get, redirect.Headers.Location!.AbsoluteUri);

        Assert.Equal(99, described["describedAs"]!["size"]!.GetValue<int>());
        Assert.True(infected["isInfected"]!.GetValue<bool>());
        Assert.Equal(507, (int)full.StatusCode);
        Assert.Equal(403, (int)held.StatusCode);
        await _control.RefuseAsync("POST", "drives/adele@contoso.example/infect", 404, """{"path":"none.docx"}""");
    }

    [Fact]
    public async Task UploadSessions_AreShownWithTheirRanges_AndEnded()
    {
        var (url, content) = await _control.Graph.BeginUploadAsync("f/a.bin");
        var session = (await _control.GetAsync("uploadSessions?owner=adele@contoso.example"))![0]!;
        var elsewhere = (await _control.GetAsync("uploadSessions?owner=marketing@contoso.example"))!.AsArray();
        await _control.SendAsync("PATCH", $"uploadSessions/{session["id"]}", """{"isRevoked":true}""");
        using var revoked = await _control.Graph.SendAnonymouslyAsync(HttpMethod.Get, url);
        await _control.DeleteAsync($"uploadSessions/{session["id"]}");
        using var gone = await _control.Graph.SendAnonymouslyAsync(HttpMethod.Get, url);

        Assert.Equal("f/a.bin", session["path"]!.GetValue<string>());
        Assert.Equal(content.Length, session["total"]!.GetValue<int>());
        Assert.Equal($"{Bytes.FragmentUnit}-", session["nextExpectedRanges"]![0]!.GetValue<string>());
        Assert.DoesNotContain("tempauth", session.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(elsewhere);
        Assert.Equal([403, 404], new[] { revoked, gone }.Select(response => (int)response.StatusCode));
        await _control.RefuseAsync("DELETE", $"uploadSessions/{session["id"]}", 404);
    }
}
