using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.Authentication;

/// <summary>The signed-in users: their entries in the token store, and their access tokens in memory.</summary>
internal sealed class UserTokenManager(
    UserSettings settings, IUserTokenClient client, TokenStoreWriter writer, TimeProvider timeProvider, ILogger logger) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<User>> _users = new(StringComparer.Ordinal);
    private volatile bool _isDisposed;

    /// <exception cref="ObjectDisposedException">The flow was disposed of.</exception>
    internal void ThrowIfDisposed(object flow) => ObjectDisposedException.ThrowIf(_isDisposed, flow);

    /// <summary>Identifies the user, the application and its tenant for the throttle gates.</summary>
    internal string PrincipalKeyOf(string key) => $"user {settings.StoreKey(key)}";

    internal ValueTask<AccessToken> GetTokenAsync(string key, AccessTokenRequest request, CancellationToken cancellationToken)
    {
        ThrowIfDisposed(this);
        return _users.GetOrAdd(key, NewUser).Value.Tokens.GetTokenAsync(request, cancellationToken);
    }

    internal async Task<UserSignIn?> FindAsync(string key, CancellationToken cancellationToken) =>
        await FindEntryAsync(key, cancellationToken).ConfigureAwait(false) is { } entry
            ? new UserSignIn(key, entry.Account, entry.Scopes)
            : null;

    internal async Task<UserSignInStatus> GetStatusAsync(string key, CancellationToken cancellationToken)
    {
        ThrowIfDisposed(this);
        var entry = await FindEntryAsync(key, cancellationToken).ConfigureAwait(false);
        var user = _users.TryGetValue(key, out var known) ? known.Value : null;
        var expires = user?.Tokens.UsableUntil;
        return new UserSignInStatus
        {
            Key = key,
            IsSignedIn = entry is not null || expires is not null,
            Account = entry?.Account,
            Scopes = entry?.Scopes ?? [],
            SignedInAt = entry?.SignedInAt,
            RenewedAt = entry?.Saved,
            AccessTokenExpiresAt = expires,
            Refusal = entry is null ? null : user?.Grant.RefusalOf(entry.RefreshToken),
        };
    }

    internal Task<TokenStoreEntry?> FindEntryAsync(string key, CancellationToken cancellationToken) =>
        writer.FindAsync(settings.StoreKey(key), cancellationToken);

    /// <summary>Keeps a new sign-in instead of the one before.</summary>
    /// <param name="key">The key of the user in the application.</param>
    /// <param name="resource">Whom the access token is for.</param>
    /// <param name="granted">What the sign-in brought.</param>
    /// <param name="account">The account of the user.</param>
    /// <param name="applicationData">What the application stored with the pending sign-in.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    internal async Task<UserSignIn> KeepAsync(
        string key,
        Uri resource,
        TokenSet granted,
        UserAccount? account,
        string? applicationData,
        CancellationToken cancellationToken)
    {
        if (granted.RefreshToken is { Length: > 0 } refreshToken)
        {
            await SaveAsync(key, refreshToken, granted.Scopes, account, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await writer.RemoveAsync(settings.StoreKey(key), cancellationToken).ConfigureAwait(false);
        }

        Replace(key, resource, granted.AccessToken);
        return new UserSignIn(key, account, granted.Scopes, applicationData);
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
        await writer.RemoveAsync(settings.StoreKey(key), cancellationToken).ConfigureAwait(false);
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
            user.Value.Tokens.Dispose();
        }
    }

    private Task SaveAsync(
        string key, string refreshToken, IReadOnlyList<string> scopes, UserAccount? account, CancellationToken cancellationToken)
    {
        var storeKey = settings.StoreKey(key);
        return writer.AddAsync(
            before => new TokenStoreEntry
            {
                Key = storeKey,
                Version = writer.VersionAfter(before),
                RefreshToken = refreshToken,
                Scopes = scopes,
                Account = account,
                SignedInAt = timeProvider.GetUtcNow(),
                Saved = timeProvider.GetUtcNow(),
            },
            storeKey,
            cancellationToken);
    }

    /// <summary>Removes the tokens in memory of the previous sign-in of the key.</summary>
    private void Replace(string key, Uri resource, AccessToken? accessToken)
    {
        var user = NewUser(key);
        if (accessToken is not null)
        {
            user.Value.Tokens.Put(new AccessTokenRequest { Resource = resource }, accessToken);
        }

        Lazy<User>? before = null;
        _users.AddOrUpdate(key, user, (_, current) =>
        {
            before = current;
            return user;
        });
        End(before);
    }

    private static void End(Lazy<User>? user) =>
        user?.Value.Tokens.End(
            new OneDriveAuthenticationException("The user signed out or signed in again while the operation was running.")
            {
                RequiresSignIn = true,
            });

    private Lazy<User> NewUser(string key) => new(() =>
    {
        var grant = new RefreshTokenGrant(settings.StoreKey(key), client, writer, key);
        return new User(grant, new TokenCache(grant, isApplicationOnly: false, timeProvider, logger));
    });

    /// <summary>What is in memory of a user.</summary>
    private sealed class User(RefreshTokenGrant grant, TokenCache tokens)
    {
        internal RefreshTokenGrant Grant => grant;

        internal TokenCache Tokens => tokens;
    }
}
