using System.Globalization;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>Lets a request through to Graph when its access token is known, meant for Graph, and not expired.</summary>
internal sealed class BearerGate(TokenTable tokens, EmulatorOptions options)
{
    private const string Scheme = "Bearer ";
    private const string GraphId = "00000003-0000-0000-c000-000000000000";

    public TokenGrant Check(Exchange exchange)
    {
        var header = exchange.Header("Authorization");
        if (header is null
            || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || header[Scheme.Length..].Trim() is not { Length: > 0 } token)
        {
            throw Unauthorized(exchange, "Access token is empty.", error: null);
        }

        var grant = tokens.Find(token) ?? throw Unauthorized(exchange, "The access token is not valid.", "invalid_token");
        return grant.Expires > options.TimeProvider.GetUtcNow()
            ? grant
            : throw Unauthorized(exchange, "Lifetime validation failed, the token is expired.", "expired_token");
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
