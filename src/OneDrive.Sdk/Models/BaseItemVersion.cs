namespace OneDrive.Sdk.Models;

/// <summary>What all versions of items have in common.</summary>
[JsonModel]
public abstract partial class BaseItemVersion : Entity
{
    /// <summary>Creates an instance that has no member set.</summary>
    protected BaseItemVersion()
    {
    }

    /// <summary>Who made this version.</summary>
    public IdentitySet? LastModifiedBy { get; init; }

    /// <summary>When this version was made.</summary>
    public DateTimeOffset? LastModifiedDateTime { get; init; }

    /// <summary>Whether this version is published or still a draft.</summary>
    public PublicationFacet? Publication { get; init; }
}
