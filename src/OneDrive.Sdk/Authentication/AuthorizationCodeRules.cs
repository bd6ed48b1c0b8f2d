using System.Buffers;
using OneDrive.Sdk.Authentication.Certificates;

namespace OneDrive.Sdk.Authentication;

/// <summary>What the options of a sign-in through the browser must satisfy. Each problem names its setting and the remedy.</summary>
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
            .. OfProof(options),
            .. UserOptionRules.OfUserKey(options.UserKey),
            .. OfRedirectUri(options.RedirectUri),
            .. UserOptionRules.OfScopes([.. options.Scopes, .. options.AdditionalScopes], cloud),
            .. OfLifetime(options),
            .. UserOptionRules.OfMaxRetryAfter(options.MaxRetryAfter),
        ];
    }

    private static IEnumerable<string> OfProof(AuthorizationCodeOptions options)
    {
        var proofs = (string.IsNullOrEmpty(options.ClientSecret) ? 0 : 1)
            + (options.ClientSecretProvider is null ? 0 : 1) + (options.ClientCertificate is null ? 0 : 1);
        if (proofs > 1)
        {
            yield return "Of ClientSecret, ClientSecretProvider and ClientCertificate more than one is set; set one of them.";
        }

        foreach (var problem in options.ClientCertificate is { } certificate ? CertificateOptionsRules.Validate(certificate) : [])
        {
            yield return $"ClientCertificate: {problem}";
        }
    }

    internal static IEnumerable<string> OfRedirectUri(Uri? address)
    {
        if (address is null)
        {
            yield return "RedirectUri is not set. Set it to a redirect URI of the app registration (Authentication page).";
        }
        else if (!address.IsAbsoluteUri || !SecureEndpoint.IsSecure(address) || address.UserInfo.Length > 0)
        {
            yield return "RedirectUri is not an absolute https address (http only on localhost).";
        }
        else if (address.Fragment.Length > 0 || address.OriginalString.Length > LongestRedirectUri
            || address.OriginalString.AsSpan().ContainsAny(OutsideRedirectUris))
        {
            yield return $"RedirectUri has a fragment, more than {LongestRedirectUri} characters, or one of the characters "
                + $"{CharactersOutsideRedirectUris}, which a registration does not allow.";
        }
    }

    private static IEnumerable<string> OfLifetime(AuthorizationCodeOptions options)
    {
        if (options.SessionLifetime < TimeSpan.FromMinutes(1) || options.SessionLifetime > TimeSpan.FromHours(1))
        {
            yield return "SessionLifetime is not from 1 minute to 1 hour.";
        }

        if (options.ExpiryWarning < TimeSpan.Zero)
        {
            yield return "ExpiryWarning is negative. Use zero or more.";
        }
    }
}
