namespace OneDrive.Sdk.Authentication;

/// <summary>What every way of signing people in needs to know: who asks, where, and for what.</summary>
internal sealed record UserSettings
{
    internal required TenantAuthority Authority { get; init; }

    /// <summary>Whether the addresses come from the issuer's OpenID configuration.</summary>
    internal bool UsesDiscovery { get; init; }

    internal required string ClientId { get; init; }

    internal required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Whether a sign-in without an identity token is an error; otherwise the account is just not known.</summary>
    internal bool RequiresIdentity { get; init; }

    /// <summary>Whether the service may demand claims of a token that it refused.</summary>
    internal bool CanHandleClaims { get; init; }

    /// <summary>
    /// The key of a person's entry in the token store: nobody else's in another cloud, tenant or application. A sign-in is the same,
    /// whichever way it came about.
    /// </summary>
    internal string StoreKey(string key) =>
        TokenCacheKey.Of(Authority.Cloud.SignInEndpoint.AbsoluteUri, Authority.Tenant, ClientId, "authorization_code", key);

    /// <summary>The same application as the subject of messages.</summary>
    internal SignInContext Context(string operation) =>
        new(ClientId, Authority, $"{operation} to application {ClientId} in tenant {Authority.Tenant}");
}
