using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.ScenarioTests.Authentication.Users;

/// <summary>A store whose disk is full for a while.</summary>
internal sealed class FailingTokenStore : ITokenStore
{
    private readonly InMemoryTokenStore _inner = new();

    internal bool Fails { get; set; }

    public Task<TokenStoreEntry?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        _inner.FindAsync(key, cancellationToken);

    public Task<bool> TrySaveAsync(TokenStoreEntry entry, long expectedVersion, CancellationToken cancellationToken = default) => Fails
        ? Task.FromException<bool>(new IOException("No space left on device"))
        : _inner.TrySaveAsync(entry, expectedVersion, cancellationToken);

    public Task RemoveAsync(string key, CancellationToken cancellationToken = default) => _inner.RemoveAsync(key, cancellationToken);
}
