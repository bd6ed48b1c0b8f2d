using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>Which tenant a request names, and which users may sign in there.</summary>
internal sealed class Tenants(EmulatorOptions options)
{
    /// <summary>The tenant in which all personal accounts live.</summary>
    public const string PersonalAccounts = "9188040d-6c67-4c5b-b112-36a304b66dad";

    private static readonly string[] SharedWords = ["common", "organizations", "consumers", PersonalAccounts];

    public static bool IsShared(string tenant) => SharedWords.Contains(tenant, StringComparer.OrdinalIgnoreCase);

    public static string Of(Routing.RequestTarget target) => Uri.UnescapeDataString(target.Segments[0]);

    public void Require(string tenant)
    {
        if (!tenant.Equals(options.TenantId, StringComparison.OrdinalIgnoreCase)
            && !tenant.Equals(options.TenantDomain, StringComparison.OrdinalIgnoreCase)
            && !IsShared(tenant))
        {
            throw EntraError.InvalidRequest(
                90002,
                $"Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.");
        }
    }

    /// <summary>The tenant of a user: personal accounts have one of their own.</summary>
    public string Of(UserState user) => IsPersonal(user) ? PersonalAccounts : options.TenantId;

    /// <summary>Rejects users who have no account where they sign in.</summary>
    public static void RequireMember(string tenant, UserState user)
    {
        var isWelcome = tenant.ToUpperInvariant() switch
        {
            "COMMON" => true,
            "ORGANIZATIONS" => !IsPersonal(user),
            "CONSUMERS" => IsPersonal(user),
            _ => tenant.Equals(PersonalAccounts, StringComparison.OrdinalIgnoreCase) == IsPersonal(user),
        };
        if (!isWelcome)
        {
            throw EntraError.InvalidRequest(
                50020,
                $"User account '{user.UserPrincipalName}' from identity provider does not exist in tenant '{tenant}' "
                    + "and cannot access the application. The account needs to be added as an external user in the tenant first.");
        }
    }

    /// <summary>The issuer of a user's identity tokens.</summary>
    public string IssuerOf(UserState user, string baseUrl) => $"{baseUrl}/{Of(user)}/v2.0";

    /// <summary>The issuer that the OpenID configuration names; for words that stand for many tenants it is a template.</summary>
    public string IssuerOf(string tenant, string baseUrl) => tenant.ToUpperInvariant() switch
    {
        "COMMON" or "ORGANIZATIONS" => $"{baseUrl}/{{tenantid}}/v2.0",
        "CONSUMERS" => $"{baseUrl}/{PersonalAccounts}/v2.0",
        _ when IsShared(tenant) => $"{baseUrl}/{PersonalAccounts}/v2.0",
        _ => $"{baseUrl}/{options.TenantId}/v2.0",
    };

    private static bool IsPersonal(UserState user) => user.Drive.Type == EmulatorDriveType.Personal;
}
