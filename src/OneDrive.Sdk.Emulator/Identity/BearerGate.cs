using System.Globalization;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>
/// Lets a request through when its access token is known, meant for the service that is asked, not expired, and allows what is requested.
/// </summary>
internal sealed class BearerGate(TokenTable tokens, DemandedClaims claims, EmulatorOptions options)
{
    private const string Scheme = "Bearer ";
    private const string GraphId = "00000003-0000-0000-c000-000000000000";

    public TokenGrant Check(Exchange exchange, EmulatorOperation operation, AudienceKind audience)
    {
        var header = exchange.Header("Authorization");
        if (header is null
            || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || header[Scheme.Length..].Trim() is not { Length: > 0 } token)
        {
            throw Unauthorized(exchange, "Access token is empty.", error: null);
        }

        var grant = tokens.Find(token) ?? throw Unauthorized(exchange, "The access token is not valid.", "invalid_token");
        if (grant.Expires <= options.TimeProvider.GetUtcNow())
        {
            throw Unauthorized(exchange, "Lifetime validation failed, the token is expired.", "expired_token");
        }

        if (grant.Kind != audience || (audience is AudienceKind.Graph && !IsGraph(grant.Audience, exchange.BaseUrl)))
        {
            throw Unauthorized(exchange, "Access token validation failure. Invalid audience.", "invalid_token");
        }

        if (!grant.IsApplicationOnly && claims.FindUnmet(grant) is { } unmet)
        {
            throw ClaimsChallenge(exchange, unmet);
        }

        return grant.IsApplicationOnly || GraphPermissions.Allow(grant.Scopes, operation)
            ? grant
            : throw new GraphError(403, "accessDenied", "Insufficient privileges to complete the operation.");
    }

    // A proxy in between may have given the emulator another name when the token was issued.
    private static bool IsGraph(string audience, string baseUrl)
        => GraphAddresses.IsGraph(audience, baseUrl)
            || (Uri.TryCreate(audience, UriKind.Absolute, out var address) && address.IsLoopback);

    private static GraphError ClaimsChallenge(Exchange exchange, string demanded)
    {
        var encoded = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(demanded));
        return new GraphError(401, "InvalidAuthenticationToken", "Continuous access evaluation resulted in challenge.")
        {
            Headers =
            {
                ["WWW-Authenticate"] = $"Bearer realm=\"\", authorization_uri=\"{exchange.BaseUrl}/common/oauth2/authorize\", "
                    + $"client_id=\"{GraphId}\", error=\"insufficient_claims\", claims=\"{encoded}\"",
            },
        };
    }

    private static GraphError Unauthorized(Exchange exchange, string message, string? error)
    {
        var challenge = string.Create(
            CultureInfo.InvariantCulture,
            $"Bearer realm=\"\", authorization_uri=\"{exchange.BaseUrl}/common/oauth2/v2.0/authorize\", client_id=\"{GraphId}\"");
        return new GraphError(401, "InvalidAuthenticationToken", message)
        {
            Headers =
            {
                ["WWW-Authenticate"] = error is null ? challenge : $"{challenge}, error=\"{error}\", error_description=\"{message}\"",
            },
        };
    }
}
