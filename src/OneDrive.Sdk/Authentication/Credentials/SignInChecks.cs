using System.Buffers;

namespace OneDrive.Sdk.Authentication;

/// <summary>The checks that the options of several sign-ins share. Each problem contains the setting and the solution.</summary>
internal static class SignInChecks
{
    // https://learn.microsoft.com/entra/identity-platform/reply-url
    private const int LongestRedirectUri = 256;
    private const string CharactersOutsideRedirectUris = "!$'(),;*";

    private static readonly SearchValues<char> OutsideRedirectUris = SearchValues.Create(CharactersOutsideRedirectUris);
    private static readonly TimeSpan ShortestSession = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(1);

    /// <summary>Returns every problem of the options.</summary>
    internal static IEnumerable<string> Problems(ISignInOptions options, OneDriveCloud cloud)
    {
        options.FindAuthority(cloud, out var problem);
        return
        [
            .. problem is null ? [] : new[] { problem },
            .. ClientId(options.ClientId),
            .. options.Validate(cloud),
            .. NotNegative(options.MaxRetryAfter, nameof(options.MaxRetryAfter)),
        ];
    }

    /// <exception cref="ArgumentException">The options have a problem.</exception>
    internal static void ThrowIfInvalid(ISignInOptions options, OneDriveCloud cloud) =>
        ThrowIfAny(Problems(options, cloud), nameof(options));

    /// <exception cref="ArgumentException">There is a problem.</exception>
    internal static void ThrowIfAny(IEnumerable<string> problems, string parameterName)
    {
        var text = string.Join(' ', problems);
        if (text.Length > 0)
        {
            throw new ArgumentException(text, parameterName);
        }
    }

    /// <summary>The tenants <c>common</c>, <c>organizations</c> and <c>consumers</c> do not support every flow.</summary>
    internal static IEnumerable<string> OneTenant(TenantAuthority? authority, string setting, string flow, string remedy = "")
    {
        if (authority is { IsShared: true })
        {
            yield return $"{setting} is '{authority.Tenant}', which does not support {flow}. Use the id or domain of the tenant{remedy}.";
        }
    }

    internal static IEnumerable<string> Credential(IClientSecretOptions options, bool isRequired = false)
    {
        string[] set =
        [
            .. string.IsNullOrEmpty(options.ClientSecret) ? [] : new[] { nameof(options.ClientSecret) },
            .. options.ClientSecretProvider is null ? [] : new[] { nameof(options.ClientSecretProvider) },
            .. options.ClientCertificate is null ? [] : new[] { nameof(options.ClientCertificate) },
        ];
        if (set.Length > 1)
        {
            yield return $"More than one credential is set: {string.Join(" and ", set)} are {(set.Length == 2 ? "both" : "all")} set. "
                + "Set only one of them.";
        }
        else if (isRequired && (set.Length == 0 || string.IsNullOrWhiteSpace(options.ClientSecret ?? set[0])))
        {
            yield return "ClientSecret is not set. Set it to the Value of a client secret (Certificates & secrets page of the app "
                + $"registration), or set {options.OtherCredentials}.";
        }

        foreach (var problem in options.ClientCertificate is { } certificate ? CertificateOptionsValidator.Validate(certificate) : [])
        {
            yield return $"{nameof(options.ClientCertificate)}: {problem}";
        }

        foreach (var problem in NotNegative(options.ExpiryWarning, nameof(options.ExpiryWarning)))
        {
            yield return problem;
        }
    }

    internal static IEnumerable<string> UserKey(string? userKey)
    {
        if (string.IsNullOrEmpty(userKey))
        {
            yield return "UserKey is empty. Keep the default, or set a key for the user.";
        }
    }

    internal static IEnumerable<string> RedirectUri(Uri? address)
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
                + $"characters {CharactersOutsideRedirectUris}, which are not allowed in a redirect URI.";
        }
    }

    internal static IEnumerable<string> Scopes(IReadOnlyList<string> scopes, OneDriveCloud cloud)
    {
        foreach (var scope in scopes.Where(scope => string.IsNullOrEmpty(scope) || !AccessToken.CanTravel(scope) || scope.Contains('"')))
        {
            yield return $"Scopes and AdditionalScopes contain '{string.Concat(scope.Where(letter => !char.IsControl(letter)))}', "
                + "which is not a valid scope. Each entry must be one scope, without spaces.";
        }

        if (scopes.All(OpenIdScopes.IsReserved))
        {
            yield return "Scopes does not contain a permission of a resource. Add one of Microsoft Graph, such as Files.ReadWrite.All.";
        }

        if (scopes.Any(scope => scope.EndsWith("/.default", StringComparison.Ordinal))
            && scopes.Count(scope => !OpenIdScopes.IsReserved(scope)) > 1)
        {
            yield return "Scopes combines .default with other permissions, which the sign-in service rejects. Use one or the other.";
        }

        foreach (var scope in scopes)
        {
            if (OneDriveCloud.All.FirstOrDefault(other => OpenIdScopes.Names(scope, other.GraphEndpoint)) is { } owner
                && OneDriveCloud.All.Contains(cloud) && owner.GraphEndpoint != cloud.GraphEndpoint)
            {
                yield return $"The scope {scope} belongs to the cloud {owner.Name}, but Cloud is {cloud.Name}. Use the same cloud.";
            }
        }
    }

    internal static IEnumerable<string> SessionLifetime(TimeSpan value)
    {
        if (value < ShortestSession || value > LongestSession)
        {
            yield return "SessionLifetime must be from 1 minute to 1 hour.";
        }
    }

    internal static IEnumerable<string> NotNegative(TimeSpan value, string setting)
    {
        if (value < TimeSpan.Zero)
        {
            yield return $"{setting} is negative. Use zero or a positive value.";
        }
    }

    private static IEnumerable<string> ClientId(string? clientId)
    {
        if (string.IsNullOrWhiteSpace(clientId))
        {
            yield return "ClientId is not set. Set it to the Application (client) ID (Overview page of the app registration).";
        }
        else if (clientId.Any(character => char.IsControl(character) || char.IsWhiteSpace(character)))
        {
            yield return "ClientId contains white space or control characters. Copy the Application (client) ID again, without spaces "
                + "around it.";
        }
    }
}
