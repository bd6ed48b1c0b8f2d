using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Authentication.Stores;

/// <summary>The JSON inside our own sealed files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredSignIn))]
internal sealed partial class TokenStoreJsonContext : JsonSerializerContext;
