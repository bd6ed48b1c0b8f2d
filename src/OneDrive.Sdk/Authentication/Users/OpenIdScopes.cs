using System.Collections.Frozen;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Scopes that belong to the sign-in itself and not to a resource. See
/// <see href="https://learn.microsoft.com/entra/identity-platform/scopes-oidc"/>.
/// </summary>
internal static class OpenIdScopes
{
    internal const string OpenId = "openid";
    internal const string Profile = "profile";
    internal const string OfflineAccess = "offline_access";

    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
        [OpenId, Profile, "email", OfflineAccess], StringComparer.Ordinal);

    /// <summary>The scopes, with those that tell who signs in: the account is known without asking the service for it.</summary>
    internal static IReadOnlyList<string> WithIdentity(IEnumerable<string> scopes) =>
        [.. scopes.Concat([OpenId, Profile]).Distinct(StringComparer.Ordinal)];

    internal static bool IsReserved(string scope) => Reserved.Contains(scope);

    /// <summary>Whether an identity token comes with the tokens.</summary>
    internal static bool HaveIdentity(IReadOnlyList<string> scopes) => scopes.Contains(OpenId, StringComparer.Ordinal);

    /// <summary>Whether a scope is written as a permission of this resource.</summary>
    internal static bool Names(string scope, Uri resource) =>
        scope.StartsWith(resource.GetLeftPart(UriPartial.Authority) + "/", StringComparison.OrdinalIgnoreCase);
}
