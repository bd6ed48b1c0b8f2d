namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>A sensitivity label.</summary>
internal sealed record LabelRecord(string Id, string Method);
