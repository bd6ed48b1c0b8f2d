namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>What an authorization code stands for.</summary>
internal sealed class AuthorizationCode(SignInGrant grant, string redirectUri, DateTimeOffset expires)
{
    public SignInGrant Grant { get; } = grant;

    public string RedirectUri { get; } = redirectUri;

    public DateTimeOffset Expires { get; } = expires;

    public string? Nonce { get; init; }

    public string? Challenge { get; init; }

    public string? ChallengeMethod { get; init; }

    public string? Claims { get; init; }

    public bool IsSpent { get; set; }
}
