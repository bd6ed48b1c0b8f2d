using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>POST /{tenant}/oauth2/v2.0/token. Each kind of grant is one entry of a table.</summary>
internal sealed class TokenEndpoint
{
    private static readonly string[] TenantWords = ["common", "organizations", "consumers"];

    private readonly ClientAuthenticator _clients;
    private readonly TokenTable _tokens;
    private readonly EmulatorOptions _options;
    private readonly Dictionary<string, Func<Exchange, RequestQuery, Answer>> _grants;

    public TokenEndpoint(ClientAuthenticator clients, TokenTable tokens, EmulatorOptions options)
    {
        (_clients, _tokens, _options) = (clients, tokens, options);
        _grants = new(StringComparer.Ordinal) { ["client_credentials"] = GrantToApplication };
    }

    public async Task<Answer> PostAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        try
        {
            var form = await FormReader.ReadAsync(exchange.Request.ContentType, exchange.Body, cancellationToken).ConfigureAwait(false);
            var kind = form["grant_type"] ?? throw EntraError.MissingParameter("grant_type");
            return _grants.TryGetValue(kind, out var grant)
                ? grant(exchange, form)
                : throw new EntraError(400, "unsupported_grant_type", 70003, $"The app requested an unsupported grant type '{kind}'.");
        }
        catch (EntraError error)
        {
            return Render(exchange, error);
        }
    }

    private Answer GrantToApplication(Exchange exchange, RequestQuery form)
    {
        var tenant = Uri.UnescapeDataString(exchange.Target.Segments[0]);
        CheckTenant(tenant);
        if (TenantWords.Contains(tenant, StringComparer.OrdinalIgnoreCase))
        {
            throw EntraError.InvalidRequest(
                9001023,
                $"The grant type is not supported over the /{tenant} endpoint. Please use a tenant-specific endpoint.");
        }

        var application = _clients.Authenticate(exchange, form);
        var audience = ReadAudience(exchange, form["scope"]);
        return Answer.Json(200, new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = (long)_options.AccessTokenLifetime.TotalSeconds,
            ["ext_expires_in"] = (long)_options.AccessTokenLifetime.TotalSeconds,
            ["access_token"] = _tokens.Issue(application, user: null, audience),
        }).With("Cache-Control", "no-store, no-cache");
    }

    private void CheckTenant(string tenant)
    {
        if (!tenant.Equals(_options.TenantId, StringComparison.OrdinalIgnoreCase)
            && !tenant.Equals(_options.TenantDomain, StringComparison.OrdinalIgnoreCase)
            && !TenantWords.Contains(tenant, StringComparer.OrdinalIgnoreCase))
        {
            throw EntraError.InvalidRequest(
                90002,
                $"Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.");
        }
    }

    // {graph}/.default, where Graph is this emulator or, for clients that cannot be told otherwise, the real address.
    private static string ReadAudience(Exchange exchange, string? scope)
    {
        if (string.IsNullOrWhiteSpace(scope))
        {
            throw EntraError.MissingParameter("scope");
        }

        var scopes = scope.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        const string Suffix = "/.default";
        if (scopes.Length != 1 || !scopes[0].EndsWith(Suffix, StringComparison.Ordinal))
        {
            throw new EntraError(
                400,
                "invalid_scope",
                1002012,
                $"The provided value for scope {scope} is not valid. Client credential flows must have a scope value "
                    + "with /.default suffixed to the resource identifier (application ID URI).");
        }

        var resource = scopes[0][..^Suffix.Length].TrimEnd('/');
        return resource.Equals(exchange.BaseUrl, StringComparison.OrdinalIgnoreCase)
            || resource.Equals("https://graph.microsoft.com", StringComparison.OrdinalIgnoreCase)
            ? resource
            : throw new EntraError(
                400,
                "invalid_resource",
                500011,
                $"The resource principal named {resource} was not found in the tenant. "
                    + "This can happen if the application has not been installed by the administrator of the tenant.");
    }

    private Answer Render(Exchange exchange, EntraError error)
    {
        var time = _options.TimeProvider.GetUtcNow().UtcDateTime.ToString(
            "yyyy-MM-dd HH:mm:ss'Z'",
            System.Globalization.CultureInfo.InvariantCulture);
        var correlation = exchange.ClientRequestId;
        var answer = Answer.Json(error.Status, new JsonObject
        {
            ["error"] = error.Error,
            ["error_description"] = $"AADSTS{error.Number}: {error.Message} "
                + $"Trace ID: {exchange.RequestId} Correlation ID: {correlation} Timestamp: {time}",
            ["error_codes"] = new JsonArray(error.Number),
            ["timestamp"] = time,
            ["trace_id"] = exchange.RequestId,
            ["correlation_id"] = correlation,
            ["error_uri"] = $"{exchange.BaseUrl}/error?code={error.Number}",
        });
        return error.Status == 401 ? answer.With("WWW-Authenticate", "Basic realm=\"\"") : answer;
    }
}
