using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>The answer of the token endpoint to a person's sign-in.</summary>
internal sealed class TokenAnswers(TokenTable tokens, Tenants tenants, SigningKeys keys, EmulatorOptions options)
{
    private static readonly TimeSpan IdTokenLifetime = TimeSpan.FromHours(1);

    public Answer Write(Exchange exchange, SignInGrant grant, RequestedScopes scopes, string? refreshToken, string? nonce, string? claims)
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
            json["id_token"] = keys.Sign(IdentityOf(exchange, grant, nonce));
        }

        return Answer.Json(200, json).With("Cache-Control", "no-store, no-cache").With("Pragma", "no-cache");
    }

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
            ["sub"] = $"{user.Id}-{grant.Application.ClientId}",
            ["tid"] = tenants.Of(user),
            ["ver"] = "2.0",
        };
        if (nonce is not null)
        {
            claims["nonce"] = nonce;
        }

        return claims;
    }
}
