using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Identity;

/// <summary>Identity tokens, and what an issuer publishes so that others can check them.</summary>
public sealed class OpenIdTests : IAsyncLifetime
{
    private EmulatorClient _client = null!;
    private PersonSignIn _web = null!;

    public async Task InitializeAsync()
    {
        _client = await EmulatorClient.StartAsync();
        _client.Emulator.RegisterRedirectUri(OneDriveEmulator.DefaultClientId, new Uri(PersonSignIn.Callback));
        _web = new PersonSignIn(_client, _client.Emulator.DefaultApplication, OneDriveEmulator.DefaultClientSecret);
    }

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task OpenId_SignsIdentityTokensWithAPublishedKey()
    {
        var code = await _web.GetCodeAsync(("scope", "openid profile Files.Read"), ("nonce", "n-1"));
        var (_, json) = await _web.RedeemAsync(code);
        var parts = json["id_token"]!.GetValue<string>().Split('.');
        var configuration = await GetJsonAsync($"{_client.Emulator.TenantId}/v2.0/.well-known/openid-configuration");
        var keys = await GetJsonAsync(new Uri(configuration["jwks_uri"]!.GetValue<string>()).AbsolutePath);
        var key = keys["keys"]!.AsArray().Single()!;

        using var rsa = RSA.Create(new RSAParameters { Modulus = Decode(key["n"]), Exponent = Decode(key["e"]) });
        Assert.True(rsa.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Decode(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        var header = JsonNode.Parse(Decode(parts[0]))!;
        var claims = JsonNode.Parse(Decode(parts[1]))!;
        Assert.Equal(key["kid"]!.GetValue<string>(), header["kid"]!.GetValue<string>());
        Assert.Equal(configuration["issuer"]!.GetValue<string>(), claims["iss"]!.GetValue<string>());
        Assert.Equal("n-1", claims["nonce"]!.GetValue<string>());
        Assert.Equal(_client.Emulator.DefaultUser.Id, claims["oid"]!.GetValue<string>());

        _client.Emulator.RotateSigningKey();
        keys = await GetJsonAsync($"{_client.Emulator.TenantId}/discovery/v2.0/keys");
        Assert.Equal(2, keys["keys"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task UserInfo_OfTheConfiguration_IsTheEmulator_AndTellsWhoSignedIn(string method)
    {
        var configuration = await GetJsonAsync("common/v2.0/.well-known/openid-configuration");
        var endpoint = new Uri(configuration["userinfo_endpoint"]!.GetValue<string>());
        var (_, json) = await _web.RedeemAsync(await _web.GetCodeAsync(("scope", "openid email profile User.Read")));
        var claims = JsonNode.Parse(Decode(json["id_token"]!.GetValue<string>().Split('.')[1]))!;
        _client.Token = json["access_token"]!.GetValue<string>();
        using var response = await _client.SendAsync(new HttpMethod(method), endpoint.AbsoluteUri, content: null);
        var person = await EmulatorClient.ReadJsonAsync(response);

        Assert.Equal(_client.Emulator.Endpoint.Authority, endpoint.Authority);
        Assert.Equal(claims["sub"]!.GetValue<string>(), person["sub"]!.GetValue<string>());
        Assert.Equal("adele@contoso.example", person["email"]!.GetValue<string>());
        _client.Token = "nonsense";
        using var refused = await _client.GetAsync("oidc/userinfo");
        await EmulatorClient.AssertErrorAsync(refused, 401, "InvalidAuthenticationToken");
    }

    [Theory]
    [InlineData("id_token", null)]
    [InlineData("code id_token", null)]
    [InlineData("id_token", "form_post")]
    public async Task Authorize_SendsAnIdentityTokenAtOnce_WhenThatIsAskedFor(string type, string? mode)
    {
        using var response = await _web.AuthorizeAsync(
            ("response_type", type), ("nonce", "n-1"), ("scope", "openid Files.Read"), ("response_mode", mode));
        var text = mode is null ? response.Headers.Location!.Fragment : await response.Content.ReadAsStringAsync();

        Assert.Contains("id_token", text, StringComparison.Ordinal);
        Assert.Equal(type.StartsWith("code", StringComparison.Ordinal), text.Contains("code=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("response_type", "id_token", "invalid_request")]
    [InlineData("response_type", "token", "unsupported_response_type")]
    public async Task Authorize_WithoutWhatAnIdentityTokenNeeds_IsRefused(string name, string value, string error)
    {
        using var response = await _web.AuthorizeAsync((name, value));

        Assert.Contains($"error={error}", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClientInfo_IsSentWhenItIsAskedFor()
    {
        var (_, json) = await _web.RedeemAsync(await _web.GetCodeAsync(("scope", "openid User.Read")), ("client_info", "1"));
        var account = JsonNode.Parse(Decode(json["client_info"]!.GetValue<string>()))!;

        Assert.Equal(_client.Emulator.DefaultUser.Id, account["uid"]!.GetValue<string>());
        Assert.Equal(_client.Emulator.TenantId, account["utid"]!.GetValue<string>());
    }

    [Fact]
    public async Task InstanceDiscovery_NamesTheEmulator()
    {
        var json = await GetJsonAsync("common/discovery/instance?api-version=1.1&authorization_endpoint=x");

        Assert.StartsWith(
            _client.Emulator.Endpoint.AbsoluteUri, json["tenant_discovery_endpoint"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static byte[] Decode(JsonNode? text) => Decode(text!.GetValue<string>());

    private static byte[] Decode(string text) =>
        Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='));

    private async Task<JsonNode> GetJsonAsync(string path) =>
        JsonNode.Parse(await _client.Http.GetStringAsync(new Uri(path.TrimStart('/'), UriKind.Relative)))!;
}
