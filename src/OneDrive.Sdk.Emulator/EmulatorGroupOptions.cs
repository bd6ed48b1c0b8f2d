namespace OneDrive.Sdk.Emulator;

/// <summary>How a group is added.</summary>
public sealed class EmulatorGroupOptions
{
    /// <summary>The object id.</summary>
    /// <value>null: a new one, the same in each run.</value>
    public string? Id { get; set; }

    /// <summary>The display name.</summary>
    /// <value>null: a numbered name.</value>
    public string? DisplayName { get; set; }

    /// <summary>The mail address.</summary>
    /// <value>null: the name in the tenant's domain.</value>
    public string? Mail { get; set; }

    /// <summary>How many bytes the document library can hold.</summary>
    /// <value>null: 1 TiB.</value>
    public long? Quota { get; set; }
}
