using System.Collections.Concurrent;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.ScenarioTests.Authentication.Users;

/// <summary>Remembers everything that it was told to save.</summary>
internal sealed class RecordingTokenStore(ITokenStore inner) : ITokenStore
{
    private readonly ConcurrentQueue<TokenStoreEntry> _saved = new();

    internal IReadOnlyList<TokenStoreEntry> Saved => [.. _saved];

    public Task<TokenStoreEntry?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        inner.FindAsync(key, cancellationToken);

    public Task<bool> TrySaveAsync(TokenStoreEntry entry, long expectedVersion, CancellationToken cancellationToken = default)
    {
        _saved.Enqueue(entry);
        return inner.TrySaveAsync(entry, expectedVersion, cancellationToken);
    }

    public Task RemoveAsync(string key, CancellationToken cancellationToken = default) => inner.RemoveAsync(key, cancellationToken);
}
