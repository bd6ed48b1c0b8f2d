namespace OneDrive.Sdk.Authentication;

/// <summary>A bearer token and its expiration. <see cref="ToString"/> never returns the token.</summary>
/// <param name="value">The token as it goes into the Authorization header; opaque, never parsed.</param>
/// <param name="expiresOn">The time when the token expires (UTC).</param>
/// <param name="refreshOn">The time when a new token should be requested in the background, or <see langword="null"/>.</param>
public sealed class AccessToken(string value, DateTimeOffset expiresOn, DateTimeOffset? refreshOn = null)
{
    /// <summary>The token for the Authorization header. This value is a secret.</summary>
    public string Value { get; } = string.IsNullOrWhiteSpace(value)
        ? throw new ArgumentException("The access token is empty.", nameof(value))
        : CanTravel(value) ? value
        : throw new ArgumentException(
            "The access token contains characters that are not allowed in a header, such as a line break or a space.", nameof(value));

    /// <summary>The time when the token expires (UTC).</summary>
    public DateTimeOffset ExpiresOn { get; } = expiresOn;

    /// <summary>The time when a new token should be requested in the background.</summary>
    /// <value>Default: <see langword="null"/>, the token endpoint did not return <c>refresh_in</c>.</value>
    public DateTimeOffset? RefreshOn { get; } = refreshOn;

    /// <summary>Returns a fixed text, because the token is a secret.</summary>
    public override string ToString() => "[REDACTED]";

    /// <summary>Whether the text is valid in a header: visible ASCII only (RFC 6750 section 2.1 allows less).</summary>
    internal static bool CanTravel(string value) => !value.AsSpan().ContainsAnyExceptInRange('!', '~');
}
