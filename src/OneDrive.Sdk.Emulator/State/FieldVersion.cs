using System.Text.Json;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>What was in the columns of an entry once.</summary>
internal sealed record FieldVersion(
    string Id, IReadOnlyDictionary<string, JsonElement> Fields, DateTimeOffset Modified, Actor ModifiedBy);
