namespace OneDrive.Sdk.Authentication;

/// <summary>Reads the response that starts a device code sign-in; unusable values are replaced with defaults.</summary>
internal static class DeviceCodeResponse
{
    private const int LongestUserCode = 64;
    private const int LongestMessage = 1000;

    // RFC 8628 section 3.2.
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    /// <summary>The maximum polling interval.</summary>
    internal static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(1);

    // What https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code documents.
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromHours(1);

    /// <summary>Returns the problem of a started sign-in; null if it can be shown to the user.</summary>
    internal static string? ProblemOf(TokenResponse answer) =>
        string.IsNullOrEmpty(answer.DeviceCode) || !IsUserCode(answer.UserCode)
            ? "the response of the sign-in service does not contain a device code"
        : SecureAddress(answer.VerificationUri) is null
            ? "the verification address in the response of the sign-in service is not https"
        : null;

    internal static TimeSpan IntervalOf(TokenResponse answer)
    {
        var interval = answer.Interval ?? DefaultInterval;
        return interval < ShortestInterval ? ShortestInterval : interval > LongestInterval ? LongestInterval : interval;
    }

    internal static TimeSpan LifetimeOf(TokenResponse answer)
    {
        var lifetime = answer.Lifetime is { } given && given > TimeSpan.Zero ? given : DefaultLifetime;
        return lifetime > LongestLifetime ? LongestLifetime : lifetime;
    }

    /// <summary>An address that a user may be sent to; null when the text is none.</summary>
    internal static Uri? SecureAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && SecureEndpoint.IsSecure(address) && address.UserInfo.Length == 0
            ? address
            : null;

    /// <summary>The message for the user: the one of the service, or a default.</summary>
    internal static string MessageOf(TokenResponse answer, Uri address) => answer.Message is { Length: > 0 and <= LongestMessage } message
        ? string.Concat(message.Select(letter => char.IsControl(letter) ? ' ' : letter))
        : $"To sign in, open the page {address.AbsoluteUri} in a browser and enter the code {answer.UserCode}.";

    private static bool IsUserCode(string? code) =>
        !string.IsNullOrWhiteSpace(code) && code.Length <= LongestUserCode && !code.Any(char.IsControl);
}
