using System.Text.Json;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Authentication;

/// <summary>The validated OpenID configuration of an issuer.</summary>
internal sealed record OpenIdConfiguration(string Issuer, Uri AuthorizationEndpoint, Uri TokenEndpoint, Uri KeysEndpoint)
{
    private const int MaximumDepth = 16;
    private const string TenantPlace = "{tenantid}";

    /// <summary>The issuer of a user's tokens: the placeholder of the template is replaced with the user's tenant.</summary>
    internal string IssuerFor(string? tenantId) =>
        tenantId is null ? Issuer : Issuer.Replace(TenantPlace, tenantId, StringComparison.Ordinal);

    /// <summary>Reads and checks the document.</summary>
    /// <exception cref="OneDriveAuthenticationException">
    /// The document is malformed, belongs to another issuer, or contains endpoints on other hosts.
    /// </exception>
    internal static OpenIdConfiguration Read(byte[] document, TenantAuthority authority)
    {
        try
        {
            using var json = AnswerDocument.Parse(document, MaximumDepth);
            var root = json.RootElement;
            var issuer = JsonMember.Text(root, "issuer") ?? throw Unusable(authority, "it does not contain an issuer");
            if (!IsExpected(issuer, authority))
            {
                throw Unusable(authority, "its issuer is not the expected issuer");
            }

            return new OpenIdConfiguration(
                issuer,
                Endpoint(root, "authorization_endpoint", authority),
                Endpoint(root, "token_endpoint", authority),
                Endpoint(root, "jwks_uri", authority));
        }
        catch (JsonException failure)
        {
            throw Unusable(authority, "it is malformed", failure);
        }
    }

    // Shared tenant names return a template, domains return the tenant id; an id must be returned unchanged.
    private static bool IsExpected(string issuer, TenantAuthority authority)
    {
        if (IssuerName.AreSame(issuer, authority.Issuer))
        {
            return true;
        }

        var root = authority.Cloud.SignInEndpoint.AbsoluteUri;
        const string End = "/v2.0";
        if (Guid.TryParseExact(authority.Tenant, "D", out _) && !authority.IsShared
            || !issuer.StartsWith(root, StringComparison.Ordinal) || !issuer.EndsWith(End, StringComparison.Ordinal)
            || issuer.Length <= root.Length + End.Length)
        {
            return false;
        }

        var tenant = issuer[root.Length..^End.Length];
        return Guid.TryParseExact(tenant, "D", out _) || (authority.IsShared && tenant == TenantPlace);
    }

    private static Uri Endpoint(JsonElement root, string name, TenantAuthority authority)
    {
        return Uri.TryCreate(JsonMember.Text(root, name), UriKind.Absolute, out var address) && SecureEndpoint.IsSecure(address)
            && authority.Cloud.SignInHosts.Contains(address.Authority, StringComparer.OrdinalIgnoreCase)
            && address.UserInfo.Length == 0 && address.Fragment.Length == 0
            ? address
            : throw Unusable(authority, $"its {name} is not an https address of the issuer's host");
    }

    private static OneDriveAuthenticationException Unusable(TenantAuthority authority, string why, Exception? cause = null) =>
        new($"The OpenID configuration of {authority.Issuer} is not valid: {why}.", cause)
        {
            Hint = "Check Issuer and the cloud, and that no proxy answers instead of the sign-in service.",
        };
}
