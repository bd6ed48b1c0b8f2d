using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>POST /{tenant}/oauth2/v2.0/token. Each kind of grant is one entry of a table.</summary>
internal sealed class TokenEndpoint
{
    private readonly ClientAuthenticator _clients;
    private readonly TokenTable _tokens;
    private readonly Tenants _tenants;
    private readonly EmulatorOptions _options;
    private readonly Dictionary<string, Func<Exchange, RequestQuery, Answer>> _grants;

    public TokenEndpoint(
        ClientAuthenticator clients,
        UserGrants users,
        DeviceCodeEndpoint devices,
        OnBehalfOfGrant onBehalf,
        PasswordGrant passwords,
        TokenTable tokens,
        Tenants tenants,
        EmulatorOptions options)
    {
        (_clients, _tokens, _tenants, _options) = (clients, tokens, tenants, options);
        _grants = new(StringComparer.Ordinal)
        {
            ["client_credentials"] = GrantToApplication,
            ["authorization_code"] = users.RedeemCode,
            ["refresh_token"] = users.Refresh,
            ["urn:ietf:params:oauth:grant-type:device_code"] = devices.Redeem,
            ["device_code"] = devices.Redeem,
            [OnBehalfOfGrant.Type] = onBehalf.Redeem,
            ["password"] = passwords.Redeem,
        };
    }

    public async Task<Answer> PostAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        try
        {
            var form = await FormReader.ReadAsync(exchange.Request.ContentType, exchange.Body, cancellationToken).ConfigureAwait(false);
            _tenants.Require(Tenants.Of(exchange.Target));
            if (exchange.Refusal is { } refusal)
            {
                throw refusal;
            }

            var kind = form["grant_type"] ?? throw EntraError.MissingParameter("grant_type");
            return _grants.TryGetValue(kind, out var grant)
                ? grant(exchange, form)
                : throw new EntraError(400, "unsupported_grant_type", 70003, $"The app requested an unsupported grant type '{kind}'.");
        }
        catch (EntraError error)
        {
            return error.Render(exchange, _options.TimeProvider);
        }
    }

    private Answer GrantToApplication(Exchange exchange, RequestQuery form)
    {
        var tenant = Tenants.Of(exchange.Target);
        if (Tenants.IsShared(tenant))
        {
            throw EntraError.InvalidRequest(
                9001023,
                $"The grant type is not supported over the /{tenant} endpoint. Please use a tenant-specific endpoint.");
        }

        var application = _clients.Authenticate(exchange, form);
        var audience = RequestedScopes.ReadDefault(form["scope"]);
        var kind = Audiences.KindOf(audience, exchange.BaseUrl);
        return Answer.Json(200, new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = (long)_options.AccessTokenLifetime.TotalSeconds,
            ["ext_expires_in"] = (long)_options.AccessTokenLifetime.TotalSeconds,
            ["access_token"] = _tokens.Issue(application, audience, kind),
        }).With("Cache-Control", "no-store, no-cache");
    }
}
