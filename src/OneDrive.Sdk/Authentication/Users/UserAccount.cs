using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Authentication;

/// <summary>Who signed in, as the identity token tells it.</summary>
public sealed class UserAccount
{
    /// <summary>The issuer that vouches for the person.</summary>
    public required string Issuer { get; init; }

    /// <summary>The person's id for this application at this issuer (<c>sub</c>).</summary>
    public required string Subject { get; init; }

    /// <summary>The person's object id in the tenant (<c>oid</c>), the same for every application.</summary>
    /// <value>Null when the issuer gave none.</value>
    public string? ObjectId { get; init; }

    /// <summary>The tenant of the person (<c>tid</c>).</summary>
    /// <value>Null when the issuer gave none.</value>
    public string? TenantId { get; init; }

    /// <summary>The sign-in name, for people to read; it may change and be given to somebody else.</summary>
    /// <value>Null when the issuer gave none.</value>
    public string? UserName { get; init; }

    /// <summary>The name for people.</summary>
    /// <value>Null when the issuer gave none.</value>
    public string? DisplayName { get; init; }

    /// <summary>
    /// What tells this person from every other: object id and tenant, or subject and issuer. Unlike names and mail addresses it never
    /// passes to somebody else, see <see href="https://learn.microsoft.com/entra/identity-platform/claims-validation"/>.
    /// </summary>
    [JsonIgnore]
    public string Id => ObjectId is not null && TenantId is not null ? $"{ObjectId}.{TenantId}" : $"{Subject}@{Issuer}";

    /// <summary>Whether both are the same person; ids that are GUIDs may be written in capitals.</summary>
    internal bool IsSameAs(UserAccount other) =>
        ObjectId is not null && TenantId is not null && other is { ObjectId: not null, TenantId: not null }
        ? IssuerName.IsSamePart(ObjectId, other.ObjectId) && IssuerName.IsSamePart(TenantId, other.TenantId)
        : Id == other.Id;

    /// <summary>Returns the id.</summary>
    public override string ToString() => Id;
}
