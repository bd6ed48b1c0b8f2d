namespace OneDrive.Sdk.SharePoint;

/// <summary>A column of a list. What is particular to the type of its values is in the additional data.</summary>
[JsonModel]
public sealed partial class ColumnDefinition : Entity
{
    /// <summary>The internal name, which requests use.</summary>
    public string? Name { get; init; }

    /// <summary>The display name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the column is for.</summary>
    public string? Description { get; init; }

    /// <summary>The group that the column is shown in.</summary>
    public string? ColumnGroup { get; init; }

    /// <summary>Whether no two entries may have the same value.</summary>
    public bool? EnforceUniqueValues { get; init; }

    /// <summary>Whether the column is kept out of sight.</summary>
    public bool? Hidden { get; init; }

    /// <summary>Whether the column can be filtered and ordered by.</summary>
    public bool? Indexed { get; init; }

    /// <summary>Whether values cannot be changed.</summary>
    public bool? ReadOnly { get; init; }

    /// <summary>Whether every entry needs a value.</summary>
    public bool? Required { get; init; }
}
