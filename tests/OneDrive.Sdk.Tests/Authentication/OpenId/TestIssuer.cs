using System.Net;
using System.Security.Cryptography;
using System.Text;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication.OpenId;

/// <summary>An issuer in memory: its documents, its key, and tokens as good or as bad as a test wants them.</summary>
internal sealed class TestIssuer : HttpMessageHandler
{
    internal const string Tenant = "7f4bd3c6-6a52-4c61-9d0a-30a1d0e3c5f1";
    internal const string Address = "https://login.microsoftonline.com/" + Tenant + "/v2.0";
    internal const string ClientId = "client-1";
    internal const string KeyId = "key-1";

    private readonly RSA _key = RSA.Create(2048);

    internal ManualTimeProvider Clock { get; } = new();

    internal RSA Key => _key;

    internal List<string> Requests { get; } = [];

    internal string Configuration { get; set; } =
        $$"""
        {"issuer":"{{Address}}","authorization_endpoint":"https://login.microsoftonline.com/{{Tenant}}/oauth2/v2.0/authorize",
        "token_endpoint":"https://login.microsoftonline.com/{{Tenant}}/oauth2/v2.0/token",
        "jwks_uri":"https://login.microsoftonline.com/{{Tenant}}/discovery/v2.0/keys"}
        """;

    internal string Keys { get; set; } = "";

    /// <summary>The claims of a good token.</summary>
    internal Dictionary<string, string> Claims => new(StringComparer.Ordinal)
    {
        ["iss"] = Quote(Address),
        ["aud"] = Quote(ClientId),
        ["sub"] = Quote("subject"),
        ["oid"] = Quote("object"),
        ["tid"] = Quote(Tenant),
        ["nonce"] = Quote("nonce-1"),
        ["name"] = Quote("Zoë"),
        ["iat"] = Seconds(0),
        ["nbf"] = Seconds(0),
        ["exp"] = Seconds(3600),
    };

    internal static string Quote(string text) => $"\"{text}\"";

    internal string Seconds(int fromNow) => (Clock.GetUtcNow().ToUnixTimeSeconds() + fromNow).ToString(provider: null);

    internal static string Jwk(string id, RSA key, string more = "")
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return $$"""{"kty":"RSA","kid":"{{id}}","n":"{{Encode(parameters.Modulus!)}}","e":"{{Encode(parameters.Exponent!)}}"{{more}}}""";
    }

    internal string Sign(Dictionary<string, string> claims, string? header = null, RSA? key = null, RSASignaturePadding? padding = null) =>
        Sign($"{{{string.Join(',', claims.Select(claim => $"\"{claim.Key}\":{claim.Value}"))}}}", header, key, padding);

    internal string Sign(string claims, string? header = null, RSA? key = null, RSASignaturePadding? padding = null)
    {
        header ??= $$"""{"typ":"JWT","alg":"RS256","kid":"{{KeyId}}"}""";
        var content = $"{Encode(Encoding.UTF8.GetBytes(header))}.{Encode(Encoding.UTF8.GetBytes(claims))}";
        var signature = (key ?? _key).SignData(
            Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, padding ?? RSASignaturePadding.Pkcs1);
        return $"{content}.{Encode(signature)}";
    }

    internal static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    internal OpenIdProvider Provider(string? issuer = null)
    {
        var options = new AuthorizationCodeOptions
        {
            Issuer = issuer ?? Address,
            ClientId = ClientId,
            RedirectUri = new("https://app.example/cb"),
        };
        return new OpenIdProvider(
            options.ToSettings(OneDriveCloud.Global), new SignInConnection(this, TimeSpan.FromMinutes(5), Clock));
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request.RequestUri!.AbsolutePath);
        var keys = Keys.Length > 0 ? Keys : $$"""{"keys":[{{Jwk(KeyId, _key)}}]}""";
        var text = request.RequestUri.AbsolutePath.EndsWith("openid-configuration", StringComparison.Ordinal) ? Configuration : keys;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(text) });
    }

    protected override void Dispose(bool disposing)
    {
        _key.Dispose();
        base.Dispose(disposing);
    }
}
