
namespace OneDrive.Sdk.Authentication;

/// <summary>Validates the options of all user sign-ins. Each problem contains the setting and the remedy.</summary>
internal static class UserOptionRules
{
    internal static IEnumerable<string> OfClientId(string? clientId)
    {
        if (string.IsNullOrWhiteSpace(clientId))
        {
            yield return "ClientId is not set. Set it to the Application (client) ID (Overview page of the app registration).";
        }
        else if (clientId.Any(character => char.IsControl(character) || char.IsWhiteSpace(character)))
        {
            yield return "ClientId holds white space or control characters. Copy the Application (client) ID again.";
        }
    }

    internal static IEnumerable<string> OfProof(
        string? secret, Func<CancellationToken, ValueTask<string>>? secretProvider, ClientCertificateOptions? certificate)
    {
        var proofs = (string.IsNullOrEmpty(secret) ? 0 : 1) + (secretProvider is null ? 0 : 1) + (certificate is null ? 0 : 1);
        if (proofs > 1)
        {
            yield return "More than one of ClientSecret, ClientSecretProvider and ClientCertificate is set. Set only one of them.";
        }

        foreach (var problem in certificate is null ? [] : CertificateOptionsValidator.Validate(certificate))
        {
            yield return $"ClientCertificate: {problem}";
        }
    }

    internal static IEnumerable<string> OfUserKey(string? userKey)
    {
        if (string.IsNullOrEmpty(userKey))
        {
            yield return "UserKey is empty. Keep the default, or set a key for the user.";
        }
    }

    internal static IEnumerable<string> OfScopes(IReadOnlyList<string> scopes, OneDriveCloud cloud)
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

    internal static IEnumerable<string> OfMaxRetryAfter(TimeSpan value)
    {
        if (value < TimeSpan.Zero)
        {
            yield return "MaxRetryAfter is negative. Use zero or a positive value.";
        }
    }

    internal static IEnumerable<string> OfExpiryWarning(TimeSpan value)
    {
        if (value < TimeSpan.Zero)
        {
            yield return "ExpiryWarning is negative. Use zero or a positive value.";
        }
    }

    internal static IEnumerable<string> OfSessionLifetime(TimeSpan value)
    {
        if (value < TimeSpan.FromMinutes(1) || value > TimeSpan.FromHours(1))
        {
            yield return "SessionLifetime must be from 1 minute to 1 hour.";
        }
    }
}
