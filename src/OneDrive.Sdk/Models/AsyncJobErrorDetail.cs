using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>What went wrong with one item.</summary>
[JsonModel]
public sealed partial class AsyncJobErrorDetail
{
    /// <summary>The code, such as <c>nameAlreadyExists</c>.</summary>
    public string? Code { get; init; }

    /// <summary>What went wrong, for display.</summary>
    public string? Message { get; init; }

    /// <summary>The id of the item, where the service names it.</summary>
    public string? Target { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
