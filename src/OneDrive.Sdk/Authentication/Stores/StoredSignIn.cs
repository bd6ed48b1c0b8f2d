namespace OneDrive.Sdk.Authentication.Stores;

/// <summary>What stands, sealed, in the file of an entry.</summary>
internal sealed class StoredSignIn
{
    public required string Key { get; init; }

    public required long Version { get; init; }

    public required string RefreshToken { get; init; }

    public string[]? Scopes { get; init; }

    public UserAccount? Account { get; init; }

    public required DateTimeOffset Saved { get; init; }

    /// <summary>Returns a fixed text: it holds a refresh token.</summary>
    public override string ToString() => "[REDACTED]";
}
