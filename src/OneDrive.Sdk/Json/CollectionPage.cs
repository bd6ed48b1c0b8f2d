using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Json;

/// <summary>One answer of a list.</summary>
/// <typeparam name="T">The type of the entries.</typeparam>
internal sealed class CollectionPage<T>
{
    public IReadOnlyList<T> Value { get => field ?? []; init; }

    /// <summary>The link to the next page, to be followed as it is; null on the last page.</summary>
    [JsonPropertyName("@odata.nextLink")]
    public string? NextLink { get; init; }

    /// <summary>The link that later leads to what changed meanwhile; only on the last page of a list of changes.</summary>
    [JsonPropertyName("@odata.deltaLink")]
    public string? DeltaLink { get; init; }

    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? AdditionalData { get; internal set; }

    /// <summary>The page as callers see it.</summary>
    internal Page<T> ToPage() => new(Value, NextLink);
}
