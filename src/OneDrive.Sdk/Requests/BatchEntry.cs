using System.Text.Json;

namespace OneDrive.Sdk.Requests;

/// <summary>One request inside another; what is null is not sent.</summary>
[JsonRequest]
internal sealed partial class BatchEntry
{
    public required string Id { get; init; }

    /// <summary>The ids of those that must have succeeded before.</summary>
    public IReadOnlyList<string>? DependsOn { get; init; }

    public required string Method { get; init; }

    /// <summary>Path and query below the root of the service, with a leading slash.</summary>
    public required string Url { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>JSON as it is; anything else as a text in base64.</summary>
    public JsonElement? Body { get; init; }
}
