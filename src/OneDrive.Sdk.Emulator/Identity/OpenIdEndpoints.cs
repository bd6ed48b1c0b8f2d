using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>What surrounds a sign-in: OpenID configuration, keys, sign-out and the administrator's consent.</summary>
internal sealed class OpenIdEndpoints(ApplicationTable applications, SigningKeys keys, Tenants tenants, EmulatorOptions options)
{
    public Answer GetConfiguration(Exchange exchange)
    {
        var tenant = Tenants.Of(exchange.Target);
        try
        {
            tenants.Require(tenant);
        }
        catch (EntraError error)
        {
            return error.Render(exchange, options.TimeProvider);
        }

        var root = $"{exchange.BaseUrl}/{exchange.Target.Segments[0]}";
        return Answer.Json(200, new JsonObject
        {
            ["issuer"] = tenants.IssuerOf(tenant, exchange.BaseUrl),
            ["authorization_endpoint"] = $"{root}/oauth2/v2.0/authorize",
            ["token_endpoint"] = $"{root}/oauth2/v2.0/token",
            ["end_session_endpoint"] = $"{root}/oauth2/v2.0/logout",
            ["jwks_uri"] = $"{root}/discovery/v2.0/keys",
            ["userinfo_endpoint"] = $"{GraphAddresses.DefaultFor(exchange.BaseUrl)}/{UserInfoEndpoint.Path}",
            ["device_authorization_endpoint"] = $"{root}/oauth2/v2.0/devicecode",
            ["response_types_supported"] = new JsonArray("code", "id_token", "code id_token"),
            ["response_modes_supported"] = new JsonArray("query", "fragment", "form_post"),
            ["subject_types_supported"] = new JsonArray("pairwise"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "private_key_jwt", "client_secret_basic"),
            ["scopes_supported"] = new JsonArray("openid", "profile", "email", "offline_access"),
            ["code_challenge_methods_supported"] = new JsonArray("plain", "S256"),
            ["claims_supported"] = new JsonArray(
                "sub", "iss", "aud", "exp", "iat", "nonce", "preferred_username", "name", "tid", "ver", "oid", "email"),
            ["request_uri_parameter_supported"] = false,
            ["http_logout_supported"] = true,
            ["msgraph_host"] = new Uri(GraphAddresses.DefaultFor(exchange.BaseUrl)).Authority,
        });
    }

    /// <summary>Which host signs users in: libraries of Microsoft ask it of a host that they do not know.</summary>
    public static Answer DiscoverInstance(Exchange exchange)
    {
        var host = new Uri(exchange.BaseUrl).Authority;
        var tenant = exchange.Target.Segments[0];
        return Answer.Json(200, new JsonObject
        {
            ["tenant_discovery_endpoint"] = $"{exchange.BaseUrl}/{tenant}/v2.0/.well-known/openid-configuration",
            ["api-version"] = "1.1",
            ["metadata"] = new JsonArray(new JsonObject
            {
                ["preferred_network"] = host,
                ["preferred_cache"] = host,
                ["aliases"] = new JsonArray(host),
            }),
        });
    }

    public Answer GetKeys(Exchange exchange) => Answer.Json(200, keys.Publish());

    public Answer SignOut(Exchange exchange) =>
        exchange.Query["post_logout_redirect_uri"] is { } address
        && (applications.All.Any(application => application.RedirectUris.Any(uri => uri.OriginalString == address))
            || (options.Lenient && RedirectUris.IsLoopback(address)))
            ? Answer.Empty(302).With("Location", address)
            : SignInPage.SignedOut();

    /// <summary>An administrator grants an application what it needs. The emulator's administrator always agrees.</summary>
    public Answer GrantConsent(Exchange exchange)
    {
        try
        {
            var clientId = exchange.Query["client_id"] ?? throw EntraError.MissingParameter("client_id");
            var application = applications.Find(clientId) ?? throw EntraError.UnknownApplication(clientId, options);
            application.RequiresAdminConsent = false;
            if (exchange.Query["redirect_uri"] is not { } redirectUri)
            {
                return SignInPage.ConsentGranted(application);
            }

            RedirectUris.Require(application, redirectUri, options.Lenient);
            var state = exchange.Query["state"] is { } value ? $"&state={Uri.EscapeDataString(value)}" : string.Empty;
            return Answer.Empty(302).With("Location", $"{redirectUri}?tenant={options.TenantId}&admin_consent=True{state}");
        }
        catch (EntraError error)
        {
            return SignInPage.Error(exchange, error);
        }
    }
}
