using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Control.Support;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Control;

public sealed class SignInControlTests : IAsyncLifetime
{
    private ControlClient _control = null!;

    public async Task InitializeAsync() => _control = await ControlClient.StartAsync();

    public async Task DisposeAsync() => await _control.DisposeAsync();

    [Fact]
    public async Task DeviceCodes_AreApprovedAndDeclined()
    {
        await _control.PostAsync("users", """{"userPrincipalName":"alex@contoso.example"}""");
        var approved = await BeginAsync();
        var declined = await BeginAsync();
        var waiting = (await _control.GetAsync("deviceCodes"))!.AsArray();
        await _control.PostAsync($"deviceCodes/{approved["user_code"]}/approve", """{"user":"alex@contoso.example"}""");
        await _control.PostAsync($"deviceCodes/{declined["user_code"]}/decline");
        var signedIn = await RedeemAsync(approved);
        var refused = await RedeemAsync(declined);
        _control.Graph.Token = signedIn["access_token"]!.GetValue<string>();
        using var me = await _control.Graph.GetAsync("v1.0/me");

        Assert.Equal(2, waiting.Count);
        Assert.Contains("Files.Read", waiting[0]!["scopes"]!.AsArray().Select(scope => scope!.GetValue<string>()));
        Assert.Equal("alex@contoso.example", (await EmulatorClient.ReadJsonAsync(me))["userPrincipalName"]!.GetValue<string>());
        Assert.Equal("authorization_declined", refused["error"]!.GetValue<string>());
        await _control.RefuseAsync("POST", $"deviceCodes/{approved["user_code"]}/approve", 404);
        await _control.RefuseAsync("POST", "deviceCodes/NOSUCHCODE/decline", 404);
    }

    [Fact]
    public async Task SignIns_AreTakenBackFromOneUser()
    {
        await _control.PostAsync("users", """{"userPrincipalName":"alex@contoso.example"}""");
        var (adele, alex) = (await SignInAsync("adele@contoso.example"), await SignInAsync("alex@contoso.example"));
        await _control.DeleteAsync("signIns?owner=alex@contoso.example");

        Assert.NotNull((await RefreshAsync(adele))["access_token"]);
        Assert.Equal("invalid_grant", (await RefreshAsync(alex))["error"]!.GetValue<string>());
        Assert.Contains("groups cannot sign in", await _control.RefuseAsync("DELETE", "signIns?owner=marketing@contoso.example", 400));
    }

    [Fact]
    public async Task AccessTokens_AreIssuedAndRevokedOfOneUser()
    {
        await _control.PostAsync("users", """{"userPrincipalName":"alex@contoso.example"}""");
        var adele = (await _control.PostAsync("tokens", """{"user":"adele@contoso.example"}"""))!["accessToken"]!.GetValue<string>();
        var alex = (await _control.PostAsync("tokens", """{"user":"alex@contoso.example"}"""))!["accessToken"]!.GetValue<string>();
        var application = (await _control.PostAsync("tokens"))!["accessToken"]!.GetValue<string>();
        var api = (await _control.PostAsync("tokens", $$"""{"api":"{{OneDriveEmulator.DefaultClientId}}"}"""))!;
        await _control.DeleteAsync("tokens?owner=alex@contoso.example");

        Assert.Equal(200, await StatusAsync(adele, "v1.0/me"));
        Assert.Equal(401, await StatusAsync(alex, "v1.0/me"));
        Assert.Equal(200, await StatusAsync(application, _control.Graph.Drive));
        Assert.Equal(3600, api["expiresIn"]!.GetValue<int>());
        await _control.DeleteAsync("tokens");
        Assert.Equal(401, await StatusAsync(adele, "v1.0/me"));
        await _control.RefuseAsync("POST", "tokens", 404, """{"user":"nobody@contoso.example"}""");
        await _control.RefuseAsync("POST", "tokens", 404, """{"clientId":"nothing"}""");
    }

    [Fact]
    public async Task Claims_AreDemandedOfOneUser()
    {
        await _control.PostAsync("users", """{"userPrincipalName":"alex@contoso.example"}""");
        var adele = (await _control.PostAsync("tokens", """{"user":"adele@contoso.example"}"""))!["accessToken"]!.GetValue<string>();
        var alex = (await _control.PostAsync("tokens", """{"user":"alex@contoso.example"}"""))!["accessToken"]!.GetValue<string>();
        await _control.SendAsync(
            "PUT", "demandedClaims?owner=alex@contoso.example", """{"claims":{"access_token":{"nbf":{"essential":true}}}}""");
        Assert.Equal(200, await StatusAsync(adele, "v1.0/me"));
        Assert.Equal(401, await StatusAsync(alex, "v1.0/me"));

        var shown = (await _control.GetAsync("demandedClaims?owner=alex@contoso.example"))!;
        Assert.True(shown["claims"]!["access_token"]!["nbf"]!["essential"]!.GetValue<bool>());
        await _control.DeleteAsync("demandedClaims?owner=alex@contoso.example");
        Assert.Equal(200, await StatusAsync(alex, "v1.0/me"));

        await _control.SendAsync("PUT", "demandedClaims", """{"claims":{"access_token":{}}}""");
        Assert.Equal(401, await StatusAsync(adele, "v1.0/me"));
        Assert.Equal(401, await StatusAsync(alex, "v1.0/me"));
        await _control.DeleteAsync("demandedClaims");
        Assert.Empty((await _control.GetAsync("demandedClaims"))!.AsObject());
    }

    [Fact]
    public async Task SigningKeys_AreRotated()
    {
        var before = await KeysAsync();
        await _control.PostAsync("signingKeys/rotate");
        var both = await KeysAsync();
        await _control.PostAsync("signingKeys/rotate", """{"withdrawOld":true}""");
        var after = await KeysAsync();

        Assert.Contains(before.Single(), both);
        Assert.Equal(2, both.Count);
        Assert.Single(after);
        Assert.DoesNotContain(after[0], both);
    }

    [Fact]
    public async Task Subscriptions_AreShownAndEnded()
    {
        Assert.Empty((await _control.GetAsync("subscriptions"))!.AsArray());
        await _control.PostAsync("subscriptions/requireReauthorization");
        await _control.DeleteAsync("subscriptions");
    }

    private async Task<List<string>> KeysAsync()
    {
        var json = JsonNode.Parse(await _control.Graph.Http.GetStringAsync("common/discovery/v2.0/keys"))!;
        return [.. json["keys"]!.AsArray().Select(key => key!["kid"]!.GetValue<string>())];
    }

    private async Task<int> StatusAsync(string token, string path)
    {
        using var response = await _control.Graph.SendAnonymouslyAsync(
            HttpMethod.Get, path, content: null, ("Authorization", $"Bearer {token}"));
        return (int)response.StatusCode;
    }

    private Task<JsonNode> BeginAsync() => FormAsync("common/oauth2/v2.0/devicecode", ("scope", "Files.Read User.Read offline_access"));

    private Task<JsonNode> RedeemAsync(JsonNode code) => FormAsync(
        "common/oauth2/v2.0/token",
        ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
        ("device_code", code["device_code"]!.GetValue<string>()));

    private Task<JsonNode> RefreshAsync(string token)
        => FormAsync("common/oauth2/v2.0/token", ("grant_type", "refresh_token"), ("refresh_token", token));

    private async Task<string> SignInAsync(string user)
    {
        var code = await BeginAsync();
        await _control.PostAsync($"deviceCodes/{code["user_code"]}/approve", $$"""{"user":"{{user}}"}""");
        return (await RedeemAsync(code))["refresh_token"]!.GetValue<string>();
    }

    private async Task<JsonNode> FormAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(
        [
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            KeyValuePair.Create("client_id", OneDriveEmulator.DefaultClientId),
            KeyValuePair.Create("client_secret", OneDriveEmulator.DefaultClientSecret),
        ]);
        using var response = await _control.Graph.Http.PostAsync(path, form);
        return await EmulatorClient.ReadJsonAsync(response);
    }
}
