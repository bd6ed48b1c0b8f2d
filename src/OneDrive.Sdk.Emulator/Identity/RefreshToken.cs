namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>What a refresh token stands for.</summary>
internal sealed class RefreshToken(SignInGrant grant, DateTimeOffset expires)
{
    public SignInGrant Grant { get; } = grant;

    public DateTimeOffset Expires { get; } = expires;

    public bool IsSpent { get; set; }
}
