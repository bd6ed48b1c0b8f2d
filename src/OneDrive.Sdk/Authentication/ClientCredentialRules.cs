namespace OneDrive.Sdk.Authentication;

/// <summary>Validates the options of an application sign-in. Each problem contains the setting and the remedy.</summary>
internal static class ClientCredentialRules
{
    internal static IEnumerable<string> Validate(ClientSecretOptions options, OneDriveCloud cloud)
    {
        foreach (var problem in Common(options, cloud))
        {
            yield return problem;
        }

        if (options.ClientSecretProvider is not null && !string.IsNullOrEmpty(options.ClientSecret))
        {
            yield return "ClientSecret and ClientSecretProvider are both set. Set only one of them.";
        }
        else if (options.ClientSecretProvider is null && string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            yield return "ClientSecret is not set. Set it to the Value of a client secret (Certificates & secrets page of the app "
                + "registration).";
        }
    }

    internal static IEnumerable<string> Validate(ClientCertificateOptions options, OneDriveCloud cloud) =>
        [.. Common(options, cloud), .. CertificateOptionsValidator.Validate(options)];

    /// <summary>Throws when there is a problem.</summary>
    internal static void Require(IEnumerable<string> problems, string parameterName)
    {
        var list = problems.ToList();
        if (list.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', list), parameterName);
        }
    }

    private static IEnumerable<string> Common(ClientCredentialOptions options, OneDriveCloud cloud)
    {
        var authority = TenantAuthority.TryCreate(options.TenantId, options.TokenUrl, cloud, out var problem);
        if (problem is not null)
        {
            yield return problem;
        }

        if (authority is { IsShared: true } && !options.AllowCommonForAppOnly)
        {
            var setting = string.IsNullOrEmpty(options.TokenUrl) ? nameof(options.TenantId) : nameof(options.TokenUrl);
            yield return $"{setting} is '{authority.Tenant}', which does not support sign-in as an application without a user. "
                + "Use the id or domain of the tenant, or set AllowCommonForAppOnly to send the request anyway.";
        }

        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            yield return "ClientId is not set. Set it to the Application (client) ID (Overview page of the app registration).";
        }
        else if (options.ClientId.Any(character => char.IsControl(character) || char.IsWhiteSpace(character)))
        {
            yield return "ClientId contains white space or control characters. Copy the Application (client) ID again, without spaces "
                + "around it.";
        }

        if (options.MaxRetryAfter < TimeSpan.Zero)
        {
            yield return "MaxRetryAfter is negative. Use zero or a positive value.";
        }

        if (options.ExpiryWarning < TimeSpan.Zero)
        {
            yield return "ExpiryWarning is negative. Use zero or a positive value.";
        }
    }
}
