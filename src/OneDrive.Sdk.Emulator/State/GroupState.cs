namespace OneDrive.Sdk.Emulator.State;

/// <summary>A group with a document library.</summary>
internal sealed record GroupState(string Id, string DisplayName, string Mail, DriveState Drive);
