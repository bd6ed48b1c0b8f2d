namespace OneDrive.Sdk.Authentication;

/// <summary>The tokens of a sign-in that the application obtained by other means.</summary>
public sealed class ObtainedTokens
{
    /// <summary>The refresh token. This value is a secret.</summary>
    public required string RefreshToken { get; init; }

    /// <summary>The access token for Microsoft Graph, which saves the first refresh request.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public AccessToken? AccessToken { get; init; }

    /// <summary>The identity token, which is validated.</summary>
    /// <value>Default: <see langword="null"/>, the account is not known.</value>
    public string? IdToken { get; init; }

    /// <summary>The nonce that the identity token must repeat.</summary>
    /// <value>Default: <see langword="null"/>, the application has checked it.</value>
    public string? Nonce { get; init; }

    /// <summary>The granted scopes.</summary>
    /// <value>Default: empty, not known.</value>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Returns a fixed text, because the tokens are secrets.</summary>
    public override string ToString() => "[REDACTED]";
}
