namespace OneDrive.Sdk.Authentication;

/// <summary>The settings that all user sign-in flows have in common.</summary>
internal sealed record UserSettings
{
    internal required TenantAuthority Authority { get; init; }

    /// <summary>Whether the addresses come from the issuer's OpenID configuration.</summary>
    internal bool UsesDiscovery { get; init; }

    internal required string ClientId { get; init; }

    internal required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Whether a sign-in without an identity token is an error; otherwise the account is just not known.</summary>
    internal bool RequiresIdentity { get; init; }

    /// <summary>Whether the service may demand claims of a token that it rejected.</summary>
    internal bool CanHandleClaims { get; init; }

    /// <summary>The kind of entries in the token store; flows of the same kind share their sign-ins.</summary>
    internal string StoreKind { get; init; } = "authorization_code";

    /// <summary>The key of the user's entry in the token store, unique for each cloud, tenant and application.</summary>
    internal string StoreKey(string key) =>
        TokenCacheKey.Of(Authority.Cloud.SignInEndpoint.AbsoluteUri, Authority.Tenant, ClientId, StoreKind, key);

    /// <summary>The same application as the subject of messages.</summary>
    internal SignInContext Context(string operation) =>
        new(ClientId, Authority, $"{operation} to application {ClientId} in tenant {Authority.Tenant}");

    /// <summary>The tenant and the application of options that were validated; flows add the rest.</summary>
    internal static UserSettings Create(ISignInOptions options, OneDriveCloud cloud) => new()
    {
        Authority = options.FindAuthority(cloud, out _)!,
        ClientId = options.ClientId!,
        Scopes = [],
    };
}
