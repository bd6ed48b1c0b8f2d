namespace OneDrive.Sdk.SharePoint;

/// <summary>A content type of a list: which columns its entries have. What is particular to some is in the additional data.</summary>
[JsonModel]
public sealed partial class ListContentType : Entity
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>What the content type is for.</summary>
    public string? Description { get; init; }

    /// <summary>The group that the content type is shown in.</summary>
    public string? Group { get; init; }

    /// <summary>Whether users cannot choose it for new entries.</summary>
    public bool? Hidden { get; init; }

    /// <summary>Whether it came with SharePoint.</summary>
    public bool? IsBuiltIn { get; init; }

    /// <summary>The id of the content type that it is derived from.</summary>
    public string? ParentId { get; init; }

    /// <summary>Whether it cannot be changed.</summary>
    public bool? ReadOnly { get; init; }

    /// <summary>Whether it, and those derived from it, cannot be changed by users.</summary>
    public bool? Sealed { get; init; }
}
