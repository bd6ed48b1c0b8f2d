using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Transfers;

/// <summary>The JSON of our own files; what goes over the wire is read by the SDK's one wire context.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredUpload))]
[JsonSerializable(typeof(StoredLease))]
[JsonSerializable(typeof(DownloadVersion))]
internal sealed partial class StoreJsonContext : JsonSerializerContext;
