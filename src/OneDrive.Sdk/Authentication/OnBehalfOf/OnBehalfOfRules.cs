namespace OneDrive.Sdk.Authentication;

/// <summary>Validates the options of an API and the tokens that it exchanges. Each problem contains the setting and the remedy.</summary>
internal static class OnBehalfOfRules
{
    internal static IEnumerable<string> Validate(OnBehalfOfOptions options, OneDriveCloud cloud)
    {
        var authority = TenantAuthority.TryCreate(options.TenantId, tokenUrl: null, cloud, out var problem);
        return
        [
            .. problem is null ? [] : new[] { problem },
            .. OfTenant(authority),
            .. UserOptionRules.OfClientId(options.ClientId),
            .. OfProof(options),
            .. options.Scopes.Count == 0 ? [] : UserOptionRules.OfScopes(options.Scopes, cloud),
            .. UserOptionRules.OfMaxRetryAfter(options.MaxRetryAfter),
            .. UserOptionRules.OfExpiryWarning(options.ExpiryWarning),
        ];
    }

    /// <summary>The settings of options that were validated.</summary>
    internal static UserSettings SettingsFrom(OnBehalfOfOptions options, OneDriveCloud cloud) => new()
    {
        Authority = TenantAuthority.Create(options.TenantId, tokenUrl: null, cloud),
        ClientId = options.ClientId!,
        Scopes = [.. options.Scopes.Distinct(StringComparer.Ordinal)],
        CanHandleClaims = options.EnableContinuousAccessEvaluation,
    };

    /// <exception cref="ArgumentException">The text is not an access token.</exception>
    internal static string RequireAssertion(string userAssertion, string parameterName)
    {
        ArgumentException.ThrowIfNullOrEmpty(userAssertion, parameterName);
        return AccessToken.CanTravel(userAssertion)
            ? userAssertion
            : throw new ArgumentException(
                "The user's token contains spaces or characters that are not allowed in a token. Pass only the part after 'Bearer ' of "
                + "the Authorization header.",
                parameterName);
    }

    private static IEnumerable<string> OfTenant(TenantAuthority? authority)
    {
        if (authority is { IsShared: true })
        {
            yield return $"TenantId is '{authority.Tenant}', which does not support the on-behalf-of flow. Use the id or domain of the "
                + "tenant.";
        }
    }

    private static IEnumerable<string> OfProof(OnBehalfOfOptions options)
    {
        if (string.IsNullOrEmpty(options.ClientSecret) && options.ClientSecretProvider is null && options.ClientCertificate is null)
        {
            yield return "ClientSecret, ClientSecretProvider or ClientCertificate must be set, because the API must authenticate itself. "
                + "Set one of them.";
        }

        foreach (var problem in UserOptionRules.OfProof(options.ClientSecret, options.ClientSecretProvider, options.ClientCertificate))
        {
            yield return problem;
        }
    }
}
