namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>A refresh token, of which only the hash is kept.</summary>
internal sealed record RefreshTokenRecord(string Hash, string GrantId, DateTimeOffset Expires, bool IsSpent);
