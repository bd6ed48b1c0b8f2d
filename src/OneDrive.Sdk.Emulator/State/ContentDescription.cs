namespace OneDrive.Sdk.Emulator.State;

/// <summary>What the drive says of a file although its bytes are others; null for nothing.</summary>
internal sealed record ContentDescription(long Size, string? QuickXorHash, string? Sha1Hash);
