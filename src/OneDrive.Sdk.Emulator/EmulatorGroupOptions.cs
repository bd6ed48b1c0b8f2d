namespace OneDrive.Sdk.Emulator;

/// <summary>The options of a new group.</summary>
public sealed class EmulatorGroupOptions
{
    /// <summary>The object id.</summary>
    /// <value>null: a generated id, the same in each run.</value>
    public string? Id { get; set; }

    /// <summary>The display name.</summary>
    /// <value>null: a generated name.</value>
    public string? DisplayName { get; set; }

    /// <summary>The mail address.</summary>
    /// <value>null: the name in the domain of the tenant.</value>
    public string? Mail { get; set; }

    /// <summary>The quota of the document library, in bytes.</summary>
    /// <value>null: 1 TiB.</value>
    public long? Quota { get; set; }
}
