namespace OneDrive.Sdk.Authentication;

/// <summary>The tokens of a sign-in that an application carried out in its own way.</summary>
public sealed class ObtainedTokens
{
    /// <summary>The refresh token. A secret.</summary>
    public required string RefreshToken { get; init; }

    /// <summary>The access token for Microsoft Graph, which saves the first refresh.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public AccessToken? AccessToken { get; init; }

    /// <summary>The identity token, which is checked.</summary>
    /// <value>Default: <see langword="null"/>, who signed in is not known.</value>
    public string? IdToken { get; init; }

    /// <summary>The nonce that the identity token must repeat.</summary>
    /// <value>Default: <see langword="null"/>, the application checked it.</value>
    public string? Nonce { get; init; }

    /// <summary>What was granted.</summary>
    /// <value>Default: empty, not known.</value>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Returns a fixed text: the tokens are secrets.</summary>
    public override string ToString() => "[REDACTED]";
}
