using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.ScenarioTests.Authentication.Users;

/// <summary>A store in which the person signs out just before a renewed refresh token is saved.</summary>
internal sealed class SigningOutTokenStore(ITokenStore inner) : ITokenStore
{
    public Task<TokenStoreEntry?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        inner.FindAsync(key, cancellationToken);

    public async Task<bool> TrySaveAsync(TokenStoreEntry entry, long expectedVersion, CancellationToken cancellationToken = default)
    {
        if (expectedVersion > 0)
        {
            await inner.RemoveAsync(entry.Key, cancellationToken);
        }

        return await inner.TrySaveAsync(entry, expectedVersion, cancellationToken);
    }

    public Task RemoveAsync(string key, CancellationToken cancellationToken = default) => inner.RemoveAsync(key, cancellationToken);
}
