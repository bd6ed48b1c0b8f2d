namespace OneDrive.Sdk.Authentication;

/// <summary>A bearer token and the times that bound its use. Its text never shows the token.</summary>
/// <param name="value">The token as it goes into the Authorization header; opaque, never parsed.</param>
/// <param name="expiresOn">The instant from which the service refuses it (UTC).</param>
/// <param name="refreshOn">The instant from which a new token should be fetched in the background, or <see langword="null"/>.</param>
public sealed class AccessToken(string value, DateTimeOffset expiresOn, DateTimeOffset? refreshOn = null)
{
    /// <summary>The token as it goes into the Authorization header. A secret.</summary>
    public string Value { get; } = string.IsNullOrWhiteSpace(value)
        ? throw new ArgumentException("The access token is empty.", nameof(value))
        : CanTravel(value) ? value
        : throw new ArgumentException(
            "The access token contains characters that are not allowed in a header, such as a line break or a space.", nameof(value));

    /// <summary>The instant from which the service refuses the token (UTC).</summary>
    public DateTimeOffset ExpiresOn { get; } = expiresOn;

    /// <summary>The instant from which a new token should be fetched in the background.</summary>
    /// <value>Default: <see langword="null"/>, the token endpoint gave no advice.</value>
    public DateTimeOffset? RefreshOn { get; } = refreshOn;

    /// <summary>Returns a fixed text: the token is a secret.</summary>
    public override string ToString() => "[REDACTED]";

    /// <summary>Whether the text can stand in a header: visible ASCII only (RFC 6750 section 2.1 allows less).</summary>
    internal static bool CanTravel(string value) => !value.AsSpan().ContainsAnyExceptInRange('!', '~');
}
