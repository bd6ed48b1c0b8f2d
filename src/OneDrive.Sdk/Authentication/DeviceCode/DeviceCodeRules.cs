namespace OneDrive.Sdk.Authentication;

/// <summary>Validates the options of a device code sign-in and the response that starts it. Each problem contains its solution.</summary>
internal static class DeviceCodeRules
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

    internal static IEnumerable<string> Validate(DeviceCodeOptions options, OneDriveCloud cloud)
    {
        TenantAuthority.TryCreate(TenantOf(options), tokenUrl: null, cloud, out var problem);
        return
        [
            .. problem is null ? [] : new[] { problem },
            .. UserOptionRules.OfClientId(options.ClientId),
            .. UserOptionRules.OfUserKey(options.UserKey),
            .. UserOptionRules.OfScopes([.. options.Scopes, .. options.AdditionalScopes], cloud),
            .. UserOptionRules.OfMaxRetryAfter(options.MaxRetryAfter),
            .. OfLanguage(options.Language),
        ];
    }

    /// <summary>The settings of options that were validated.</summary>
    internal static UserSettings SettingsFrom(DeviceCodeOptions options, OneDriveCloud cloud) => new()
    {
        Authority = TenantAuthority.Create(TenantOf(options), tokenUrl: null, cloud),
        ClientId = options.ClientId!,
        Scopes = OpenIdScopes.WithIdentity(options.Scopes.Concat(options.AdditionalScopes)),
        CanHandleClaims = options.EnableContinuousAccessEvaluation,
    };

    /// <summary>Returns the problem of a started sign-in; null if it can be shown to the user.</summary>
    internal static string? Refuse(TokenResponse answer) =>
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

    private static string TenantOf(DeviceCodeOptions options) => string.IsNullOrEmpty(options.TenantId) ? "common" : options.TenantId;

    private static IEnumerable<string> OfLanguage(string? language)
    {
        if (language?.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-') == false || language?.Length is 0 or > 35)
        {
            yield return "Language is not a valid language tag. Use a tag such as en-US.";
        }
    }
}
