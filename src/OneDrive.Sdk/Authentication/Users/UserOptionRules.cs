using OneDrive.Sdk.Authentication.Certificates;

namespace OneDrive.Sdk.Authentication;

/// <summary>What the options of every sign-in of people must satisfy. Each problem names its setting and the remedy.</summary>
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
            yield return "Of ClientSecret, ClientSecretProvider and ClientCertificate more than one is set; set one of them.";
        }

        foreach (var problem in certificate is null ? [] : CertificateOptionsRules.Validate(certificate))
        {
            yield return $"ClientCertificate: {problem}";
        }
    }

    internal static IEnumerable<string> OfUserKey(string? userKey)
    {
        if (string.IsNullOrEmpty(userKey))
        {
            yield return "UserKey is empty. Leave it at its default, or name the person.";
        }
    }

    internal static IEnumerable<string> OfScopes(IReadOnlyList<string> scopes, OneDriveCloud cloud)
    {
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

    internal static IEnumerable<string> OfMaxRetryAfter(TimeSpan value)
    {
        if (value < TimeSpan.Zero)
        {
            yield return "MaxRetryAfter is negative. Use zero or more.";
        }
    }

    internal static IEnumerable<string> OfExpiryWarning(TimeSpan value)
    {
        if (value < TimeSpan.Zero)
        {
            yield return "ExpiryWarning is negative. Use zero or more.";
        }
    }

    internal static IEnumerable<string> OfSessionLifetime(TimeSpan value)
    {
        if (value < TimeSpan.FromMinutes(1) || value > TimeSpan.FromHours(1))
        {
            yield return "SessionLifetime is not from 1 minute to 1 hour.";
        }
    }
}
