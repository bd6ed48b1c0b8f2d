using System.Text.Json;

namespace OneDrive.Sdk.Authentication.Stores;

/// <summary>What stands, sealed, in the place of an entry.</summary>
internal sealed class StoredSignIn
{
    public required string Key { get; init; }

    public required long Version { get; init; }

    public required string RefreshToken { get; init; }

    public string[]? Scopes { get; init; }

    public UserAccount? Account { get; init; }

    public required DateTimeOffset Saved { get; init; }

    internal static byte[] Write(TokenStoreEntry entry)
    {
        var stored = new StoredSignIn
        {
            Key = entry.Key,
            Version = entry.Version,
            RefreshToken = entry.RefreshToken,
            Scopes = [.. entry.Scopes],
            Account = entry.Account,
            Saved = entry.Saved,
        };
        return JsonSerializer.SerializeToUtf8Bytes(stored, TokenStoreJsonContext.Default.StoredSignIn);
    }

    internal static TokenStoreEntry Read(byte[] plain)
    {
        var stored = JsonSerializer.Deserialize(plain, TokenStoreJsonContext.Default.StoredSignIn)!;
        return new TokenStoreEntry
        {
            Key = stored.Key,
            Version = stored.Version,
            RefreshToken = stored.RefreshToken,
            Scopes = stored.Scopes ?? [],
            Account = stored.Account,
            Saved = stored.Saved,
        };
    }

    /// <summary>Returns a fixed text: it holds a refresh token.</summary>
    public override string ToString() => "[REDACTED]";
}
