using System.Text.Json;

namespace OneDrive.Sdk.Json;

/// <summary>The answer to one request of several.</summary>
internal sealed class BatchAnswer
{
    public string? Id { get; init; }

    public int? Status { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>JSON as it is; anything else as a text in base64.</summary>
    public JsonElement? Body { get; init; }
}
