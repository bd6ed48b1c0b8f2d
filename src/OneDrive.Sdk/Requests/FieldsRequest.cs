using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Requests;

/// <summary>The body that creates an entry of a list.</summary>
[JsonRequest]
internal sealed partial class FieldsRequest
{
    public required JsonObject Fields { get; init; }
}
