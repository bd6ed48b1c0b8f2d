namespace OneDrive.Sdk.Emulator.State;

/// <summary>A user with a drive.</summary>
internal sealed record UserState(string Id, string UserPrincipalName, string DisplayName, string Mail, DriveState Drive);
