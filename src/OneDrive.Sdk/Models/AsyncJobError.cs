using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Why work of the service failed.</summary>
[JsonModel]
public sealed partial class AsyncJobError
{
    /// <summary>The code, such as <c>nameAlreadyExists</c>; absent when only the details have one.</summary>
    public string? Code { get; init; }

    /// <summary>What went wrong, for display.</summary>
    public string? Message { get; init; }

    /// <summary>What went wrong with which item.</summary>
    public IReadOnlyList<AsyncJobErrorDetail> Details { get => field ?? []; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
