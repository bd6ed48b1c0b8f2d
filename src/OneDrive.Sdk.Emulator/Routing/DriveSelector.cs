namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>Which drive, or whose.</summary>
internal sealed record DriveSelector(DriveOwnerKind Kind, string Id);
