namespace OneDrive.Sdk.Emulator.State;

/// <summary>A retention label on an item.</summary>
internal sealed record RetentionLabel(string Name, DateTimeOffset Applied, Actor AppliedBy, bool IsRecordLocked);
