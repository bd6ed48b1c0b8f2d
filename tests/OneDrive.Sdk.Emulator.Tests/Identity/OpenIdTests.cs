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

    private static byte[] Decode(JsonNode? text) => Decode(text!.GetValue<string>());

    private static byte[] Decode(string text) =>
        Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='));

    private async Task<JsonNode> GetJsonAsync(string path) =>
        JsonNode.Parse(await _client.Http.GetStringAsync(new Uri(path.TrimStart('/'), UriKind.Relative)))!;
}
