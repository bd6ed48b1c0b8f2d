namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Compares issuers of identity tokens. They are the same byte for byte (OpenID Connect Core 3.1.3.7), but for a tenant id in them, which
/// is a GUID and means the same in capital letters.
/// </summary>
internal static class IssuerName
{
    /// <summary>Returns whether both name the same issuer.</summary>
    internal static bool AreSame(string one, string other)
    {
        var (first, second) = (one.Split('/'), other.Split('/'));
        return first.Length == second.Length && first.Zip(second).All(pair => IsSamePart(pair.First, pair.Second));
    }

    /// <summary>Returns whether two ids are the same: GUIDs by their value, others letter by letter.</summary>
    internal static bool IsSamePart(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal)
        || (Guid.TryParseExact(one, "D", out var first) && Guid.TryParseExact(other, "D", out var second) && first == second);
}
