using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>How much room a drive has; all zero means that the service does not say.</summary>
[JsonModel]
public sealed partial class Quota
{
    /// <summary>What the recycle bin uses, in bytes.</summary>
    public long? Deleted { get; init; }

    /// <summary>What is left, in bytes.</summary>
    public long? Remaining { get; init; }

    /// <summary>How full the drive is.</summary>
    public QuotaState? State { get; init; }

    /// <summary>About the storage plan; only on personal drives.</summary>
    public StoragePlanInformation? StoragePlanInformation { get; init; }

    /// <summary>What the drive may hold, in bytes.</summary>
    public long? Total { get; init; }

    /// <summary>What the drive uses, in bytes.</summary>
    public long? Used { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
