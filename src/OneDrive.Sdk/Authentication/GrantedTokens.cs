namespace OneDrive.Sdk.Authentication;

/// <summary>What a yes of the token endpoint brings.</summary>
internal sealed record GrantedTokens(AccessToken AccessToken, string? RefreshToken, string? IdToken, string? Scope)
{
    /// <summary>The scopes that were granted; empty when the endpoint did not say.</summary>
    internal IReadOnlyList<string> Scopes => Scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Returns a fixed text: the tokens are secrets.</summary>
    public override string ToString() => "[REDACTED]";
}
