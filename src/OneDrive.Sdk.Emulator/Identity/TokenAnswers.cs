using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>The response of the token endpoint to a user's sign-in.</summary>
internal sealed class TokenAnswers(TokenTable tokens, Tenants tenants, SigningKeys keys, EmulatorOptions options)
{
    private static readonly TimeSpan IdTokenLifetime = TimeSpan.FromHours(1);

    public Answer Write(
        Exchange exchange,
        RequestQuery form,
        SignInGrant grant,
        RequestedScopes scopes,
        string? refreshToken,
        string? nonce,
        string? claims)
    {
        var json = new JsonObject
        {
            ["token_type"] = "Bearer",
            ["scope"] = scopes.Write(),
            ["expires_in"] = (long)options.AccessTokenLifetime.TotalSeconds,
            ["ext_expires_in"] = (long)options.AccessTokenLifetime.TotalSeconds,
            ["access_token"] = tokens.Issue(grant.Application, grant.User, scopes, tenants.Of(grant.User), claims),
        };
        if (options.RefreshAdvice is { } advice)
        {
            json["refresh_in"] = (long)advice.TotalSeconds;
        }

        if (refreshToken is not null)
        {
            json["refresh_token"] = refreshToken;
        }

        if (scopes.WantsIdToken)
        {
            json["id_token"] = SignIdentity(exchange, grant, nonce);
        }

        if (form["client_info"] == "1")
        {
            // By this, libraries of Microsoft tell accounts apart.
            var account = new JsonObject { ["uid"] = grant.User.Id, ["utid"] = tenants.Of(grant.User) };
            json["client_info"] = Base64Url.Encode(JsonText.ToBytes(account));
        }

        return Answer.Json(200, json).With("Cache-Control", "no-store, no-cache").With("Pragma", "no-cache");
    }

    /// <summary>An identity token (OpenID Connect).</summary>
    public string SignIdentity(Exchange exchange, SignInGrant grant, string? nonce) => keys.Sign(IdentityOf(exchange, grant, nonce));

    private JsonObject IdentityOf(Exchange exchange, SignInGrant grant, string? nonce)
    {
        var now = options.TimeProvider.GetUtcNow();
        var user = grant.User;
        var claims = new JsonObject
        {
            ["aud"] = grant.Application.ClientId,
            ["iss"] = tenants.IssuerOf(user, exchange.BaseUrl),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + IdTokenLifetime).ToUnixTimeSeconds(),
            ["name"] = user.DisplayName,
            ["oid"] = user.Id,
            ["preferred_username"] = user.UserPrincipalName,
            ["sub"] = SubjectOf(user, grant.Application.ClientId),
            ["tid"] = tenants.Of(user),
            ["ver"] = "2.0",
        };
        if (grant.Scopes.OpenIdWords.Contains("email", StringComparer.Ordinal))
        {
            claims["email"] = user.Mail;
        }

        if (nonce is not null)
        {
            claims["nonce"] = nonce;
        }

        return claims;
    }

    /// <summary>What a user is called towards one application.</summary>
    public static string SubjectOf(UserState user, string clientId) => $"{user.Id}-{clientId}";
}
