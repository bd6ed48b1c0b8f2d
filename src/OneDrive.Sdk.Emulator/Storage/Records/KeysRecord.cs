namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>The keys that sign identity tokens, the newest first.</summary>
internal sealed record KeysRecord(IReadOnlyList<KeyRecord> Keys);
