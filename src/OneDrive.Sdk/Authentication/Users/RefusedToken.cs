namespace OneDrive.Sdk.Authentication;

/// <summary>A refresh token that the sign-in service rejected, and its error.</summary>
internal sealed class RefusedToken(string refreshToken, OneDriveAuthenticationException refusal, DateTimeOffset at)
{
    // As long as Microsoft's own library remembers it.
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(2);

    /// <summary>Whether it is this token, rejected a short time ago.</summary>
    internal bool Is(string other, DateTimeOffset now) =>
        now - at < Memory && string.Equals(refreshToken, other, StringComparison.Ordinal);

    /// <summary>What was said of this token, however long ago; null for another one.</summary>
    internal OneDriveAuthenticationException? RefusalOf(string other) =>
        string.Equals(refreshToken, other, StringComparison.Ordinal) ? refusal : null;

    /// <summary>The same rejection for another caller; nothing was sent.</summary>
    internal OneDriveAuthenticationException Again() => refusal.WithClaims(refusal.Claims);

    /// <summary>Returns a fixed text, because the token is a secret.</summary>
    public override string ToString() => "[REDACTED]";
}
