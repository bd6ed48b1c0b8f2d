using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Authentication;

/// <summary>The account of a user, from the identity token.</summary>
public sealed class UserAccount
{
    /// <summary>The issuer of the identity token (<c>iss</c>).</summary>
    public required string Issuer { get; init; }

    /// <summary>The id of the user for this application at this issuer (<c>sub</c>).</summary>
    public required string Subject { get; init; }

    /// <summary>The object id of the user in the tenant (<c>oid</c>), the same for every application.</summary>
    /// <value><see langword="null"/> if the token does not contain it.</value>
    public string? ObjectId { get; init; }

    /// <summary>The tenant of the user (<c>tid</c>).</summary>
    /// <value><see langword="null"/> if the token does not contain it.</value>
    public string? TenantId { get; init; }

    /// <summary>The sign-in name, for display only. It can change and be assigned to another user.</summary>
    /// <value><see langword="null"/> if the token does not contain it.</value>
    public string? UserName { get; init; }

    /// <summary>The display name.</summary>
    /// <value><see langword="null"/> if the token does not contain it.</value>
    public string? DisplayName { get; init; }

    /// <summary>
    /// The unique id of the user: object id and tenant, or subject and issuer. Unlike names and mail addresses it is never reassigned, see
    /// <see href="https://learn.microsoft.com/entra/identity-platform/claims-validation"/>.
    /// </summary>
    [JsonIgnore]
    public string Id => ObjectId is not null && TenantId is not null ? $"{ObjectId}.{TenantId}" : $"{Subject}@{Issuer}";

    /// <summary>Whether both are the same user; ids that are GUIDs are compared case-insensitively.</summary>
    internal bool IsSameAs(UserAccount other) =>
        ObjectId is not null && TenantId is not null && other is { ObjectId: not null, TenantId: not null }
        ? IssuerName.IsSamePart(ObjectId, other.ObjectId) && IssuerName.IsSamePart(TenantId, other.TenantId)
        : Id == other.Id;

    /// <summary>Returns the id.</summary>
    public override string ToString() => Id;
}
