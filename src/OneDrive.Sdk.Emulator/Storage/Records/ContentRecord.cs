namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>Where the bytes of a file are: in a file of the data folder, or here when they are few.</summary>
internal sealed record ContentRecord(long Length, string QuickXorHash, string? Sha1, string? File, byte[]? Bytes);
