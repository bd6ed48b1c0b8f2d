namespace OneDrive.Sdk.Authentication;

/// <summary>
/// The forms in which a tenant is named. See <see href="https://learn.microsoft.com/entra/identity-platform/v2-protocols#endpoints"/>.
/// </summary>
internal static class TenantName
{
    /// <summary>The tenant in which all personal accounts live, another name for <c>consumers</c>.</summary>
    private const string PersonalAccounts = "9188040d-6c67-4c5b-b112-36a304b66dad";

    // RFC 1035 section 2.3.4.
    private const int LongestDomain = 253;

    internal static bool IsShared(string tenant) =>
        tenant.ToUpperInvariant() is "COMMON" or "ORGANIZATIONS" or "CONSUMERS"
        || string.Equals(tenant, PersonalAccounts, StringComparison.OrdinalIgnoreCase);

    /// <summary>The name in the form in which the sign-in service writes it.</summary>
    internal static string Normalize(string tenant) => tenant.ToLowerInvariant();

    /// <summary>Tells what is wrong with the name of a tenant; null when nothing is.</summary>
    /// <param name="tenant">The name.</param>
    /// <param name="setting">The setting that it stands in.</param>
    /// <param name="needsDot">Whether a domain must have two labels, as every domain of a real tenant has.</param>
    internal static string? Check(string? tenant, string setting, bool needsDot)
    {
        if (string.IsNullOrWhiteSpace(tenant))
        {
            return setting == nameof(ClientCredentialOptions.TenantId)
                ? "TenantId is not set. Set TenantId to the id or domain of the tenant (Overview page of the app registration), or "
                    + "TokenUrl "
                    + "to its token endpoint."
                : $"{setting} does not contain a tenant.";
        }

        if (IsShared(tenant) || Guid.TryParseExact(tenant, "D", out _))
        {
            return null;
        }

        var isDomain = tenant.Length <= LongestDomain
            && Uri.CheckHostName(tenant) is UriHostNameType.Dns
            && (!needsDot || tenant.Contains('.', StringComparison.Ordinal));
        return isDomain
            ? null
            : $"{setting} does not contain a valid tenant: '{Shown(tenant)}' is neither a tenant id such as "
                + "00000000-0000-0000-0000-000000000000 "
                + "nor a domain such as contoso.onmicrosoft.com.";
    }

    // Whatever was put there by mistake is shown as far as it helps to recognize it, on one line.
    private static string Shown(string tenant)
    {
        var text = string.Concat(tenant.Take(40).Select(character => char.IsControl(character) ? '?' : character));
        return tenant.Length > 40 ? text + "…" : text;
    }
}
