using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>How records are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<StateEntry>))]
internal sealed partial class StateJson : JsonSerializerContext;
