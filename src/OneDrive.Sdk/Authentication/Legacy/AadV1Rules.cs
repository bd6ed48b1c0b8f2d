namespace OneDrive.Sdk.Authentication;

/// <summary>Validates the options of the v1 sign-in. Each problem contains the setting and the remedy.</summary>
internal static class AadV1Rules
{
    internal static IEnumerable<string> Validate(AadV1Options options, OneDriveCloud cloud)
    {
        TenantAuthority.TryCreate(TenantOf(options), tokenUrl: null, cloud, out var problem);
        return
        [
            .. problem is null ? [] : new[] { problem },
            .. UserOptionRules.OfClientId(options.ClientId),
            .. UserOptionRules.OfProof(options.ClientSecret, options.ClientSecretProvider, certificate: null),
            .. AuthorizationCodeRules.OfRedirectUri(options.RedirectUri),
            .. UserOptionRules.OfSessionLifetime(options.SessionLifetime),
            .. UserOptionRules.OfMaxRetryAfter(options.MaxRetryAfter),
            .. options.Service is null ? ServiceDiscoveryResponse.Validate(options.Discovery) : [],
        ];
    }

    /// <summary>The settings of validated options, without scopes, because v1 uses resources.</summary>
    internal static UserSettings SettingsFrom(AadV1Options options, OneDriveCloud cloud)
    {
        var authority = TenantAuthority.Create(TenantOf(options), tokenUrl: null, cloud);
        return new UserSettings
        {
            Authority = authority.At(new Uri(cloud.SignInEndpoint, $"{authority.Tenant}/oauth2/token")),
            ClientId = options.ClientId!,
            Scopes = [],
        };
    }

    private static string TenantOf(AadV1Options options) => string.IsNullOrEmpty(options.TenantId) ? "common" : options.TenantId;
}
