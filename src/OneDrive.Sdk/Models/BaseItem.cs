namespace OneDrive.Sdk.Models;

/// <summary>What drives, files and folders have in common.</summary>
[JsonModel]
public abstract partial class BaseItem : Entity
{
    /// <summary>Creates an instance that has no member set.</summary>
    protected BaseItem()
    {
    }

    /// <summary>Who created the item: a user, a device, an application.</summary>
    public IdentitySet? CreatedBy { get; init; }

    /// <summary>When the service created the item.</summary>
    public partial DateTimeOffset? CreatedDateTime { get; init; }

    /// <summary>A text that users may write about the item; only personal drives let it be changed.</summary>
    [Rare]
    public partial string? Description { get; init; }

    /// <summary>The version of the whole item, content and metadata together; send it back exactly as it came.</summary>
    public string? ETag { get; init; }

    /// <summary>Who changed the item last: a user, a device, an application.</summary>
    public IdentitySet? LastModifiedBy { get; init; }

    /// <summary>When the service last saw a change of the item.</summary>
    public partial DateTimeOffset? LastModifiedDateTime { get; init; }

    /// <summary>The name, with its extension.</summary>
    public string? Name { get; init; }

    /// <summary>Where the item is: its drive and the folder that holds it.</summary>
    public ItemReference? ParentReference { get; init; }

    /// <summary>The page of the item in a browser, for users who may see it.</summary>
    public string? WebUrl { get; init; }

    /// <summary>The directory entry of the creator; returned only when it is expanded.</summary>
    [Rare]
    public partial DirectoryUser? CreatedByUser { get; init; }

    /// <summary>The directory entry of the user who changed the item last; returned only when it is expanded.</summary>
    [Rare]
    public partial DirectoryUser? LastModifiedByUser { get; init; }
}
