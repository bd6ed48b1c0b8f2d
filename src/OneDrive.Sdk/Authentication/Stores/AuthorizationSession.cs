namespace OneDrive.Sdk.Authentication;

/// <summary>The state of a pending sign-in. It contains secrets and is used once. A store outside the process must encrypt it.</summary>
public sealed class AuthorizationSession
{
    /// <summary>The state parameter, which identifies the session. This value is a secret.</summary>
    public required string State { get; init; }

    /// <summary>The nonce that the identity token must contain. This value is a secret.</summary>
    public required string Nonce { get; init; }

    /// <summary>The PKCE code verifier (RFC 7636). This value is a secret.</summary>
    public required string CodeVerifier { get; init; }

    /// <summary>The key of the user or of the browser session that started the sign-in.</summary>
    public required string Key { get; init; }

    /// <summary>The redirect URI.</summary>
    public required string RedirectUri { get; init; }

    /// <summary>The tenant and cloud of the sign-in.</summary>
    public required string Issuer { get; init; }

    /// <summary>The requested scopes.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>What the application wants back with the completed sign-in.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? ApplicationData { get; init; }

    /// <summary>When the session expires.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>Returns a fixed text, because the session holds secrets.</summary>
    public override string ToString() => "[REDACTED]";
}
