using System.Buffers;

namespace OneDrive.Sdk.Authentication;

/// <summary>Validates the options of the browser sign-in. Each problem contains the setting and the remedy.</summary>
internal static class AuthorizationCodeRules
{
    // https://learn.microsoft.com/entra/identity-platform/reply-url
    private const int LongestRedirectUri = 256;
    private const string CharactersOutsideRedirectUris = "!$'(),;*";
    private static readonly SearchValues<char> OutsideRedirectUris = SearchValues.Create(CharactersOutsideRedirectUris);

    internal static IEnumerable<string> Validate(AuthorizationCodeOptions options, OneDriveCloud cloud)
    {
        TenantAuthority.TryCreate(options, cloud, out var problem);
        return
        [
            .. problem is null ? [] : new[] { problem },
            .. UserOptionRules.OfClientId(options.ClientId),
            .. UserOptionRules.OfProof(options.ClientSecret, options.ClientSecretProvider, options.ClientCertificate),
            .. UserOptionRules.OfUserKey(options.UserKey),
            .. OfRedirectUri(options.RedirectUri),
            .. UserOptionRules.OfScopes([.. options.Scopes, .. options.AdditionalScopes], cloud),
            .. UserOptionRules.OfSessionLifetime(options.SessionLifetime),
            .. UserOptionRules.OfMaxRetryAfter(options.MaxRetryAfter),
            .. UserOptionRules.OfExpiryWarning(options.ExpiryWarning),
        ];
    }

    internal static IEnumerable<string> OfRedirectUri(Uri? address)
    {
        if (address is null)
        {
            yield return "RedirectUri is not set. Set it to a redirect URI of the app registration (Authentication page).";
        }
        else if (!address.IsAbsoluteUri || !SecureEndpoint.IsSecure(address) || address.UserInfo.Length > 0)
        {
            yield return "RedirectUri must be an absolute https address (http only on localhost).";
        }
        else if (address.Fragment.Length > 0 || address.OriginalString.Length > LongestRedirectUri
            || address.OriginalString.AsSpan().ContainsAny(OutsideRedirectUris))
        {
            yield return $"RedirectUri contains a fragment, has more than {LongestRedirectUri} characters, or contains one of the "
                + "characters "
                + $"{CharactersOutsideRedirectUris}, which are not allowed in a redirect URI.";
        }
    }
}
