namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>A user or a group, and the drive. A group has no name to sign in with.</summary>
internal sealed record OwnerRecord(string Id, string? UserPrincipalName, string DisplayName, string Mail, string DriveId);
