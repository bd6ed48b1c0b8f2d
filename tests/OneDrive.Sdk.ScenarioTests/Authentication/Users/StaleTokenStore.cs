using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.ScenarioTests.Authentication.Users;

/// <summary>A store of which the first look shows a refresh token that another machine has just used up.</summary>
internal sealed class StaleTokenStore(ITokenStore inner) : ITokenStore
{
    private int _looks;

    public async Task<TokenStoreEntry?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        var entry = await inner.FindAsync(key, cancellationToken);
        return entry is not null && Interlocked.Increment(ref _looks) == 1
            ? new TokenStoreEntry { Key = entry.Key, Version = entry.Version - 1, RefreshToken = "used-up", Saved = entry.Saved }
            : entry;
    }

    public Task<bool> TrySaveAsync(TokenStoreEntry entry, long expectedVersion, CancellationToken cancellationToken = default) =>
        inner.TrySaveAsync(entry, expectedVersion, cancellationToken);

    public Task RemoveAsync(string key, CancellationToken cancellationToken = default) => inner.RemoveAsync(key, cancellationToken);
}
