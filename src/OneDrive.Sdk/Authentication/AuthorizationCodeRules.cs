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
            .. OfClient(options),
            .. OfRedirectUri(options.RedirectUri),
            .. OfScopes(options, cloud),
            .. OfTimes(options),
        ];
    }

    private static IEnumerable<string> OfClient(AuthorizationCodeOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            yield return "ClientId is not set. Set it to the Application (client) ID (Overview page of the app registration).";
        }
        else if (options.ClientId.Any(character => char.IsControl(character) || char.IsWhiteSpace(character)))
        {
            yield return "ClientId holds white space or control characters. Copy the Application (client) ID again.";
        }

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

        if (string.IsNullOrEmpty(options.UserKey))
        {
            yield return "UserKey is empty. Leave it at its default, or name the person.";
        }
    }

    private static IEnumerable<string> OfRedirectUri(Uri? address)
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

    private static IEnumerable<string> OfScopes(AuthorizationCodeOptions options, OneDriveCloud cloud)
    {
        var scopes = options.Scopes.Concat(options.AdditionalScopes).ToList();
        foreach (var scope in scopes.Where(scope => string.IsNullOrEmpty(scope) || !AccessToken.CanTravel(scope) || scope.Contains('"')))
        {
            yield return $"Scopes and AdditionalScopes hold '{string.Concat(scope.Where(letter => !char.IsControl(letter)))}', "
                + "which is no scope: each entry is one scope, without blanks.";
        }

        if (scopes.All(OpenIdScopes.IsReserved))
        {
            yield return "Scopes names no permission. Ask for one of Microsoft Graph, such as Files.ReadWrite.All.";
        }

        if (scopes.Any(scope => scope.EndsWith("/.default", StringComparison.Ordinal))
            && scopes.Count(scope => !OpenIdScopes.IsReserved(scope)) > 1)
        {
            yield return "Scopes mixes .default with other permissions, which the sign-in service refuses.";
        }

        foreach (var scope in scopes)
        {
            if (OneDriveCloud.All.FirstOrDefault(other => OpenIdScopes.Names(scope, other.GraphEndpoint)) is { } owner
                && OneDriveCloud.All.Contains(cloud) && owner.GraphEndpoint != cloud.GraphEndpoint)
            {
                yield return $"The scope {scope} belongs to the cloud {owner.Name}, but Cloud is {cloud.Name}.";
            }
        }
    }

    private static IEnumerable<string> OfTimes(AuthorizationCodeOptions options)
    {
        if (options.SessionLifetime < TimeSpan.FromMinutes(1) || options.SessionLifetime > TimeSpan.FromHours(1))
        {
            yield return "SessionLifetime is not from 1 minute to 1 hour.";
        }

        if (options.MaxRetryAfter < TimeSpan.Zero)
        {
            yield return "MaxRetryAfter is negative. Use zero or more.";
        }
    }
}
