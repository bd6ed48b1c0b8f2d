using System.Globalization;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>
/// POST /{tenant}/oauth2/token: the endpoint of the first version, which knows resources instead of scopes, and whose refresh tokens are
/// good for every resource. Its numbers are texts.
/// </summary>
internal sealed class TokenEndpointV1(
    ClientAuthenticator clients, SignInTable signIns, TokenTable tokens, Tenants tenants, EmulatorOptions options)
{
    public async Task<Answer> PostAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        try
        {
            var form = await FormReader.ReadAsync(exchange.Request.ContentType, exchange.Body, cancellationToken).ConfigureAwait(false);
            tenants.Require(Tenants.Of(exchange.Target));
            if (exchange.Refusal is { } refusal)
            {
                throw refusal;
            }

            return (form["grant_type"] ?? throw EntraError.MissingParameter("grant_type")) switch
            {
                "authorization_code" => RedeemCode(exchange, form),
                "refresh_token" => Refresh(exchange, form),
                "client_credentials" => GrantToApplication(exchange, form),
                var kind => throw new EntraError(
                    400, "unsupported_grant_type", 70003, $"The app requested an unsupported grant type '{kind}'."),
            };
        }
        catch (EntraError error)
        {
            return error.Render(exchange, options.TimeProvider);
        }
    }

    private Answer RedeemCode(Exchange exchange, RequestQuery form)
    {
        var application = clients.Authenticate(exchange, form, mayBePublic: true);
        var value = form["code"] ?? throw EntraError.MissingParameter("code");
        var redirectUri = form["redirect_uri"] ?? throw EntraError.MissingParameter("redirect_uri");
        var code = signIns.Redeem(value, application);
        UserGrants.Check(code, redirectUri, form["code_verifier"]);
        var resource = form["resource"] is { Length: > 0 } named ? named : code.Grant.Scopes.Audience;
        if (!IsSame(resource, code.Grant.Scopes.Audience))
        {
            throw new EntraError(
                400, "invalid_grant", 70000, "The resource of the request does not match the one of the authorization request.");
        }

        return Write(exchange, code.Grant, resource, signIns.IssueRefreshToken(code.Grant));
    }

    private Answer GrantToApplication(Exchange exchange, RequestQuery form)
    {
        var application = clients.Authenticate(exchange, form);
        var resource = form["resource"] ?? throw EntraError.MissingParameter("resource");
        var kind = Audiences.KindOf(resource.TrimEnd('/'), exchange.BaseUrl);
        var seconds = ((long)options.AccessTokenLifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Answer.Json(200, new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = seconds,
            ["ext_expires_in"] = seconds,
            ["expires_on"] = Ending().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["not_before"] = options.TimeProvider.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["resource"] = resource,
            ["access_token"] = tokens.Issue(application, resource.TrimEnd('/'), kind),
        }).With("Cache-Control", "no-store, no-cache");
    }

    private DateTimeOffset Ending() => options.TimeProvider.GetUtcNow() + options.AccessTokenLifetime;

    private Answer Refresh(Exchange exchange, RequestQuery form)
    {
        var application = clients.Authenticate(exchange, form, mayBePublic: true);
        var value = form["refresh_token"] ?? throw EntraError.MissingParameter("refresh_token");
        var (grant, next) = signIns.Refresh(value, application);
        return Write(exchange, grant, form["resource"] is { Length: > 0 } named ? named : grant.Scopes.Audience, next);
    }

    private Answer Write(Exchange exchange, SignInGrant grant, string resource, string? refreshToken)
    {
        if (tenants.Of(grant.User) == Tenants.PersonalAccounts)
        {
            throw EntraError.InvalidRequest(500201, "We are unable to issue tokens from this API version for a Microsoft account.");
        }

        var scopes = RequestedScopes.ForResource(resource, exchange.BaseUrl);
        var seconds = ((long)options.AccessTokenLifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var end = (options.TimeProvider.GetUtcNow() + options.AccessTokenLifetime).ToUnixTimeSeconds();
        var json = new JsonObject
        {
            ["token_type"] = "Bearer",
            ["scope"] = string.Join(' ', scopes.Permissions),
            ["expires_in"] = seconds,
            ["ext_expires_in"] = seconds,
            ["expires_on"] = end.ToString(CultureInfo.InvariantCulture),
            ["resource"] = resource,
            ["access_token"] = tokens.Issue(grant.Application, grant.User, scopes, tenants.Of(grant.User), claims: null),
        };
        if (refreshToken is not null)
        {
            json["refresh_token"] = refreshToken;
        }

        return Answer.Json(200, json).With("Cache-Control", "no-store, no-cache").With("Pragma", "no-cache");
    }

    private static bool IsSame(string one, string other) =>
        one.TrimEnd('/').Equals(other.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
