using OneDrive.Sdk.Addresses;

namespace OneDrive.Sdk.Authentication;

/// <summary>Who signs in where: one tenant of one cloud.</summary>
internal sealed class TenantAuthority
{
    private const string TokenPath = "oauth2/v2.0/token";

    private readonly string _version;

    private TenantAuthority(string tenant, OneDriveCloud cloud, Uri tokenEndpoint, string version = "oauth2/v2.0")
    {
        _version = version;
        Tenant = tenant;
        Cloud = cloud;
        TokenEndpoint = tokenEndpoint;
    }

    /// <summary>The tenant's id or domain, or one of <c>common</c>, <c>organizations</c> and <c>consumers</c>.</summary>
    internal string Tenant { get; }

    /// <summary>The cloud, with the sign-in endpoint that is really used.</summary>
    internal OneDriveCloud Cloud { get; }

    internal Uri TokenEndpoint { get; }

    /// <summary>What the tenant is called as an issuer.</summary>
    internal string Issuer => $"{Cloud.SignInEndpoint.AbsoluteUri}{Tenant}/v2.0";

    internal Uri AuthorizeEndpoint => new(Cloud.SignInEndpoint, $"{Tenant}/{_version}/authorize");

    internal Uri DeviceCodeEndpoint => new(Cloud.SignInEndpoint, $"{Tenant}/{_version}/devicecode");

    internal Uri SignOutEndpoint => new(Cloud.SignInEndpoint, $"{Tenant}/{_version}/logout");

    /// <summary>Whether the tenant is a shared name, such as <c>common</c>: an application without a user cannot sign in there.</summary>
    internal bool IsShared => TenantName.IsShared(Tenant);

    /// <summary>Where an administrator grants the application its permissions.</summary>
    internal Uri AdminConsentAddress(string clientId) =>
        new(Cloud.SignInEndpoint, $"{Tenant}/adminconsent?client_id={PathEncoding.EncodeSegment(clientId)}");

    /// <summary>The same tenant with the endpoints of Azure AD v1.</summary>
    internal TenantAuthority AtV1() => new(Tenant, Cloud, new Uri(Cloud.SignInEndpoint, $"{Tenant}/oauth2/token"), "oauth2");

    /// <summary>The same tenant with the token endpoint that its OpenID configuration names.</summary>
    internal TenantAuthority At(Uri tokenEndpoint) => new(Tenant, Cloud, tokenEndpoint, _version);

    /// <summary>Whether a response names this issuer, or, where many tenants sign in, one of the same service.</summary>
    internal bool IsIssuer(string issuer) => IssuerName.AreSame(issuer, Issuer)
        || (!Guid.TryParseExact(Tenant, "D", out _) && issuer.StartsWith(Cloud.SignInEndpoint.AbsoluteUri, StringComparison.Ordinal));

    /// <summary>Finds the authority of users, who sign in under <c>common</c> by default; null with the problem.</summary>
    internal static TenantAuthority? ForUsers(string? issuer, string? tenantId, OneDriveCloud cloud, out string? problem)
    {
        if (string.IsNullOrEmpty(issuer))
        {
            return TryCreate(string.IsNullOrEmpty(tenantId) ? "common" : tenantId, tokenUrl: null, cloud, out problem);
        }

        if (!string.IsNullOrEmpty(tenantId))
        {
            problem = "Issuer and TenantId are both set. Set only one of them; the issuer already contains the tenant.";
            return null;
        }

        // An issuer and its token endpoint differ in their last part only.
        const string End = "/v2.0";
        issuer = issuer.TrimEnd('/');
        var authority = issuer.EndsWith(End, StringComparison.OrdinalIgnoreCase)
            ? FromTokenUrl($"{issuer[..^End.Length]}/{TokenPath}", cloud, out _)
            : null;
        problem = authority is null
            ? "Issuer is not an https issuer address of the configured cloud. Expected: "
                + "https://login.microsoftonline.com/{tenant}/v2.0, where {tenant} is the id or domain of the tenant."
            : null;
        return authority;
    }

    /// <summary>Finds the authority; null with the problem if a setting is missing or not valid.</summary>
    internal static TenantAuthority? TryCreate(string? tenantId, string? tokenUrl, OneDriveCloud cloud, out string? problem)
    {
        if (!string.IsNullOrEmpty(tenantId) && !string.IsNullOrEmpty(tokenUrl))
        {
            problem = "TenantId and TokenUrl are both set. Set only one of them; the token URL already contains the tenant.";
            return null;
        }

        if (!string.IsNullOrEmpty(tokenUrl))
        {
            return FromTokenUrl(tokenUrl, cloud, out problem);
        }

        problem = TenantName.Check(tenantId, nameof(ClientCredentialOptions.TenantId), needsDot: IsNamed(cloud));
        return problem is null ? In(cloud, tenantId!) : null;
    }

    private static TenantAuthority? FromTokenUrl(string tokenUrl, OneDriveCloud cloud, out string? problem)
    {
        if (!Uri.TryCreate(tokenUrl, UriKind.Absolute, out var address) || !SecureEndpoint.IsSecure(address)
            || address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
        {
            problem =
                "TokenUrl must be an absolute https address without query, fragment and user name (http only on loopback). " + Expected;
            return null;
        }

        var path = address.AbsolutePath;
        var suffix = Array.Find(["/oauth2/v2.0/token", "/oauth2/token"], end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase));
        if (suffix is null)
        {
            problem = "TokenUrl does not end in /oauth2/v2.0/token. " + Expected;
            return null;
        }

        var place = path[..^suffix.Length];
        var tenant = Uri.UnescapeDataString(place[(place.LastIndexOf('/') + 1)..]);
        var owner = OwnerOf(address, cloud);
        problem = TenantName.Check(tenant, nameof(ClientCredentialOptions.TokenUrl), needsDot: owner is not null && IsNamed(owner));
        if (problem is not null)
        {
            return null;
        }

        if (owner is not null)
        {
            return In(owner, tenant);
        }

        if (!IsNamed(cloud))
        {
            problem = $"TokenUrl is on {address.Authority}, but the sign-in host of the client's Cloud is "
                + $"{cloud.SignInEndpoint.Authority}. "
                + "Set TenantId instead of TokenUrl, or use the same host in both settings.";
            return null;
        }

        var root = new Uri(address, place[..(place.LastIndexOf('/') + 1)]);
        return new TenantAuthority(TenantName.Normalize(tenant), OneDriveCloud.Custom(root, cloud.GraphEndpoint), address);
    }

    private static string Expected =>
        "Expected: https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token, where {tenant} is the id or domain of the tenant.";

    private static TenantAuthority In(OneDriveCloud cloud, string tenant)
    {
        // Ids, domains and the words for many tenants mean the same in capitals; the service itself writes them in small letters.
        tenant = TenantName.Normalize(tenant);
        return new(tenant, cloud, new Uri(cloud.SignInEndpoint, $"{tenant}/{TokenPath}"));
    }

    /// <summary>The cloud of the host of a token URL; null for an unknown host.</summary>
    private static OneDriveCloud? OwnerOf(Uri address, OneDriveCloud cloud)
    {
        // The client's own cloud first: the two US Government clouds share their sign-in host.
        if (IsSignInHost(cloud, address))
        {
            return cloud;
        }

        var named = OneDriveCloud.All.FirstOrDefault(candidate => IsSignInHost(candidate, address));

        // An application under test keeps its settings and signs in at the emulator, never at the real service with a token for the
        // emulator.
        return !IsNamed(cloud) && cloud.SignInEndpoint.IsLoopback ? cloud : IsNamed(cloud) ? named : null;
    }

    private static bool IsSignInHost(OneDriveCloud cloud, Uri address) =>
        cloud.SignInHosts.Contains(address.Authority, StringComparer.OrdinalIgnoreCase);

    private static bool IsNamed(OneDriveCloud cloud) => OneDriveCloud.All.Contains(cloud);
}
