using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.FieldTests.Service;

namespace OneDrive.Sdk.FieldTests.SignIn;

/// <summary>The documents and tokens of one tenant of a sign-in service, for scripts; each can be exchanged for another.</summary>
internal sealed class ScriptedIssuer : IAsyncDisposable
{
    internal const string Tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47";
    internal const string ClientId = "6731de76-14a6-49ae-97bc-6eba6914391e";

    private readonly RSA _key = RSA.Create(2048);
    private readonly ScriptedService _service;

    internal ScriptedIssuer() => _service = new ScriptedService(Script);

    /// <summary>Answers a request before the issuer does.</summary>
    internal Func<ScriptedRequest, Answer?> Override { get; set; } = _ => null;

    /// <summary>The claims of identity tokens; the nonce is added.</summary>
    internal Dictionary<string, object> Claims { get; } = new(StringComparer.Ordinal);

    internal ScriptedService Service => _service;

    internal Uri Root => _service.Endpoint;

    internal string Issuer => $"{Root}{Tenant}/v2.0";

    internal OneDriveCloud Cloud => OneDriveCloud.Custom(Root, Root);

    /// <summary>The key of the issuer as a member of a JWKS.</summary>
    internal string KeyJson
    {
        get
        {
            var key = _key.ExportParameters(includePrivateParameters: false);
            return $$"""
                {"kty":"RSA","use":"sig","kid":"k1",
                "n":"{{Base64Url.EncodeToString(key.Modulus!)}}","e":"{{Base64Url.EncodeToString(key.Exponent!)}}"}
                """;
        }
    }

    internal string ConfigurationJson =>
        $$"""
        {"issuer":"{{Issuer}}","authorization_endpoint":"{{Root}}{{Tenant}}/oauth2/v2.0/authorize",
        "token_endpoint":"{{Root}}{{Tenant}}/oauth2/v2.0/token","jwks_uri":"{{Root}}{{Tenant}}/discovery/v2.0/keys"}
        """;

    internal AuthorizationCodeFlow CreateFlow(Action<AuthorizationCodeOptions>? configure = null, ITokenStore? store = null)
    {
        var options = new AuthorizationCodeOptions
        {
            TenantId = Tenant,
            ClientId = ClientId,
            RedirectUri = new Uri("https://contoso.example/callback"),
            Scopes = ["openid", "offline_access", "Files.ReadWrite"],
        };
        configure?.Invoke(options);
        return new AuthorizationCodeFlow(options, store, cloud: Cloud);
    }

    /// <summary>Signs a person in, as a browser would that comes back with this code and, where it is given, this issuer.</summary>
    internal async Task<UserSignIn> SignInAsync(AuthorizationCodeFlow flow, string key = "me", string? issuer = null)
    {
        var start = await flow.BeginAsync(key);
        var pairs = start.Address.Query.TrimStart('?').Split('&').Select(pair => pair.Split('='));
        var query = pairs.ToDictionary(pair => pair[0], pair => pair[1]);
        Claims["nonce"] = query.GetValueOrDefault("nonce", "");
        var extra = issuer is null ? "" : $"&iss={Uri.EscapeDataString(issuer)}";
        return await flow.CompleteAsync(key, AuthorizationCallback.Parse($"code=c&state={query["state"]}{extra}"));
    }

    /// <summary>An identity token for the claims.</summary>
    internal string IdToken()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = Issuer,
            ["aud"] = ClientId,
            ["sub"] = "s",
            ["oid"] = "9f4880d8-80ba-4c40-97bc-f7a23c703084",
            ["tid"] = Tenant,
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + 3600,
        };
        foreach (var (name, value) in Claims)
        {
            claims[name] = value;
        }

        var body = $"{Part("""{"alg":"RS256","typ":"JWT","kid":"k1"}""")}.{Part(Json(claims))}";
        var signature = _key.SignData(Encoding.ASCII.GetBytes(body), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{body}.{Base64Url.EncodeToString(signature)}";

        static string Json(Dictionary<string, object> members) =>
            $"{{{string.Join(',', members.Select(member => $"\"{member.Key}\":{Quoted(member.Value)}"))}}}";

        static object Quoted(object value) => value is string text ? $"\"{text}\"" : value;

        static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
    }

    internal Answer Tokens(string refreshToken = "refresh-1") => Answer.Json(
        $$"""
        {"token_type":"Bearer","expires_in":3600,"access_token":"access-1","refresh_token":"{{refreshToken}}",
        "id_token":"{{IdToken()}}","scope":"openid offline_access Files.ReadWrite"}
        """);

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _key.Dispose();
    }

    private Answer? Script(ScriptedRequest request) => Override(request) ?? request switch
    {
        _ when request.Is("GET", $"/{Tenant}/v2.0/.well-known/openid-configuration") => Answer.Json(ConfigurationJson),
        _ when request.Is("GET", $"/{Tenant}/discovery/v2.0/keys") => Answer.Json($$"""{"keys":[{{KeyJson}}]}"""),
        _ when request.Is("POST", $"/{Tenant}/oauth2/v2.0/token") => Tokens(),
        _ => null,
    };
}
