using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.Authentication;

/// <summary>The people who are signed in: their entries in the token store, and the access tokens in memory that come of them.</summary>
internal sealed class UserSignIns(
    Func<string, string> storeKeyOf, IUserGrants grants, SignInKeeper keeper, TimeProvider timeProvider, ILogger logger) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<CachingTokenProvider>> _users = new(StringComparer.Ordinal);
    private volatile bool _isDisposed;

    /// <exception cref="ObjectDisposedException">The flow was disposed of.</exception>
    internal void ThrowIfDisposed(object flow) => ObjectDisposedException.ThrowIf(_isDisposed, flow);

    /// <summary>Identifies the person, the application and its tenant to the throttle gates.</summary>
    internal string PrincipalKeyOf(string key) => $"user {storeKeyOf(key)}";

    internal ValueTask<AccessToken> GetTokenAsync(string key, AccessTokenRequest request, CancellationToken cancellationToken)
    {
        ThrowIfDisposed(this);
        return _users.GetOrAdd(key, NewUser).Value.GetTokenAsync(request, cancellationToken);
    }

    internal async Task<UserSignIn?> FindAsync(string key, CancellationToken cancellationToken) =>
        await FindEntryAsync(key, cancellationToken).ConfigureAwait(false) is { } entry
            ? new UserSignIn(key, entry.Account, entry.Scopes)
            : null;

    internal Task<TokenStoreEntry?> FindEntryAsync(string key, CancellationToken cancellationToken) =>
        keeper.FindAsync(storeKeyOf(key), cancellationToken);

    /// <summary>Keeps a new sign-in in place of the one before.</summary>
    /// <param name="key">The key of the person in the application.</param>
    /// <param name="resource">Whom the access token is for.</param>
    /// <param name="granted">What the sign-in brought.</param>
    /// <param name="account">Who signed in.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<UserSignIn> KeepAsync(
        string key, Uri resource, GrantedTokens granted, UserAccount? account, CancellationToken cancellationToken)
    {
        if (granted.RefreshToken is { Length: > 0 } refreshToken)
        {
            await SaveAsync(key, refreshToken, granted.Scopes, account, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await keeper.RemoveAsync(storeKeyOf(key), cancellationToken).ConfigureAwait(false);
        }

        Replace(key, resource, granted.AccessToken);
        return new UserSignIn(key, account, granted.Scopes);
    }

    /// <summary>Keeps a sign-in that the application obtained in its own way.</summary>
    internal async Task<UserSignIn> AcceptAsync(
        string key, Uri resource, ObtainedTokens tokens, UserAccount? account, CancellationToken cancellationToken)
    {
        await SaveAsync(key, tokens.RefreshToken, tokens.Scopes, account, cancellationToken).ConfigureAwait(false);
        Replace(key, resource, tokens.AccessToken);
        return new UserSignIn(key, account, tokens.Scopes);
    }

    internal async Task RemoveAsync(string key, CancellationToken cancellationToken)
    {
        await keeper.RemoveAsync(storeKeyOf(key), cancellationToken).ConfigureAwait(false);
        if (_users.TryRemove(key, out var user))
        {
            End(user);
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        foreach (var user in _users.Values)
        {
            user.Value.Dispose();
        }
    }

    private Task SaveAsync(
        string key, string refreshToken, IReadOnlyList<string> scopes, UserAccount? account, CancellationToken cancellationToken)
    {
        var storeKey = storeKeyOf(key);
        return keeper.AddAsync(
            before => new TokenStoreEntry
            {
                Key = storeKey,
                Version = keeper.VersionAfter(before),
                RefreshToken = refreshToken,
                Scopes = scopes,
                Account = account,
                Saved = timeProvider.GetUtcNow(),
            },
            storeKey,
            cancellationToken);
    }

    /// <summary>Forgets the tokens in memory of whoever had the key before.</summary>
    private void Replace(string key, Uri resource, AccessToken? accessToken)
    {
        var user = NewUser(key);
        if (accessToken is not null)
        {
            user.Value.Put(new AccessTokenRequest { Resource = resource }, accessToken);
        }

        Lazy<CachingTokenProvider>? before = null;
        _users.AddOrUpdate(key, user, (_, current) =>
        {
            before = current;
            return user;
        });
        End(before);
    }

    private static void End(Lazy<CachingTokenProvider>? user) =>
        user?.Value.End(new OneDriveAuthenticationException("The person signed out or in anew meanwhile.") { RequiresSignIn = true });

    private Lazy<CachingTokenProvider> NewUser(string key) => new(() => new CachingTokenProvider(
        new RefreshTokenFlow(storeKeyOf(key), grants, keeper, key), isApplicationOnly: false, timeProvider, logger));
}
