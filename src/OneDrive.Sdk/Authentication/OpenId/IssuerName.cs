namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Compares issuers of identity tokens. They must be identical (OpenID Connect Core 3.1.3.7), except for the case of a tenant id, which is
/// a GUID.
/// </summary>
internal static class IssuerName
{
    /// <summary>Returns whether both name the same issuer.</summary>
    internal static bool AreSame(string one, string other)
    {
        var (first, second) = (one.Split('/'), other.Split('/'));
        return first.Length == second.Length && first.Zip(second).All(pair => IsSamePart(pair.First, pair.Second));
    }

    /// <summary>Returns whether two ids are equal: GUIDs by value, others exactly.</summary>
    internal static bool IsSamePart(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal)
        || (Guid.TryParseExact(one, "D", out var first) && Guid.TryParseExact(other, "D", out var second) && first == second);
}
