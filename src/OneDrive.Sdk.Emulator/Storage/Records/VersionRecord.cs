using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>What a file held once.</summary>
internal sealed record VersionRecord(string Id, ContentRecord Content, DateTimeOffset Modified, Actor ModifiedBy);
