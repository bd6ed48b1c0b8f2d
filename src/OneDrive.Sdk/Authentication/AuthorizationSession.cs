namespace OneDrive.Sdk.Authentication;

/// <summary>
/// What must be remembered while a person is at the sign-in page. It holds secrets and is used once; a store that leaves the process must
/// seal it.
/// </summary>
public sealed class AuthorizationSession
{
    /// <summary>The value that the sign-in page brings back, by which the session is found. A secret.</summary>
    public required string State { get; init; }

    /// <summary>The value that the identity token must repeat. A secret.</summary>
    public required string Nonce { get; init; }

    /// <summary>The proof of who began the sign-in (PKCE, RFC 7636). A secret.</summary>
    public required string CodeVerifier { get; init; }

    /// <summary>The key of the person or of the browser that began the sign-in.</summary>
    public required string Key { get; init; }

    /// <summary>Where the browser returns to.</summary>
    public required string RedirectUri { get; init; }

    /// <summary>Where the person signs in.</summary>
    public required string Issuer { get; init; }

    /// <summary>What was asked for.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>What the application wants back with the completed sign-in.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? ApplicationData { get; init; }

    /// <summary>When the session is over.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>Returns a fixed text: the session holds secrets.</summary>
    public override string ToString() => "[REDACTED]";
}
