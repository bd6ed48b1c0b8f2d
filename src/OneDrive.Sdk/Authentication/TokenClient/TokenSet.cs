namespace OneDrive.Sdk.Authentication;

/// <summary>The tokens of a successful token response.</summary>
internal sealed record TokenSet(AccessToken AccessToken, string? RefreshToken, string? IdToken, string? Scope)
{
    private static readonly TimeSpan ShortestLifetime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(7);

    /// <summary>Assumed for a response that gives no lifetime, or an absurd one.</summary>
    private static readonly TimeSpan AssumedLifetime = TimeSpan.FromMinutes(5);

    /// <summary>The scopes that were granted; empty when the endpoint did not say.</summary>
    internal IReadOnlyList<string> Scopes => Scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Returns the problem of a response; null if it contains tokens.</summary>
    internal static string? ProblemOf(TokenResponse response) =>
        string.IsNullOrEmpty(response.AccessToken) || !AccessToken.CanTravel(response.AccessToken)
            ? "the response of the token endpoint does not contain a usable access_token"
        : !string.Equals(response.TokenType, "Bearer", StringComparison.OrdinalIgnoreCase)
            ? "the token_type in the response of the token endpoint is not Bearer"
        : null;

    /// <summary>Reads a response that was not rejected.</summary>
    internal static TokenSet From(TokenResponse response)
    {
        var lifetime = response.Lifetime is { } span && span >= ShortestLifetime && span <= LongestLifetime ? span : AssumedLifetime;
        var refreshIn = response.RefreshIn is { } advice && advice > TimeSpan.Zero && advice < lifetime ? advice : (TimeSpan?)null;
        var token = new AccessToken(response.AccessToken!, response.SentAt + lifetime, response.SentAt + refreshIn);
        return new TokenSet(token, response.RefreshToken, response.IdToken, response.Scope);
    }

    /// <summary>Returns a fixed text, because the tokens are secrets.</summary>
    public override string ToString() => "[REDACTED]";
}
