namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>The version that a file had when the state of its folder was captured.</summary>
internal sealed record CapturedFileRecord(string ItemId, string VersionId);
