namespace OneDrive.Sdk.Emulator.State;

/// <summary>The folder of another drive for which an item stands.</summary>
internal sealed record RemoteFolder(string DriveId, EmulatorDriveType DriveType, string ItemId, string Name);
