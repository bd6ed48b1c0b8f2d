using System.Diagnostics.CodeAnalysis;

namespace OneDrive.Sdk.Authentication;

/// <summary>The OAuth 2.0 refresh token grant of one person: a new access token for the refresh token in the store.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never used owns nothing.")]
internal sealed class RefreshTokenFlow(string storeKey, IUserGrants grants, SignInKeeper keeper, string key) : ITokenSource
{
    private const int MaximumRounds = 5;

    /// <summary>One refresh at a time, also when the callers of the one before have left, or want other claims.</summary>
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The refresh token that was refused last; asking with it again and again would only make the service angry.</summary>
    private volatile RefusedToken? _refused;

    /// <summary>What the service said when it refused a refresh token; null when it was not refused here.</summary>
    internal OneDriveAuthenticationException? RefusalOf(string refreshToken) => _refused?.RefusalOf(refreshToken);

    public string CacheKeyFor(AccessTokenRequest request) =>
        TokenCacheKey.Of([storeKey, request.Resource.GetLeftPart(UriPartial.Authority), .. request.Scopes.Order(StringComparer.Ordinal)]);

    public async Task<AccessToken> AcquireAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        IAsyncDisposable? held = null;
        try
        {
            held = await keeper.LockAsync(storeKey, cancellationToken).ConfigureAwait(false);
            var entry = await keeper.FindAsync(storeKey, cancellationToken).ConfigureAwait(false) ?? throw NobodyIsSignedIn();
            if (request.Claims is null && _refused is { } refused && refused.Is(entry.RefreshToken, grants.Now))
            {
                throw refused.Again();
            }

            return await RefreshNewestAsync(entry, request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (held is not null)
            {
                await held.DisposeAsync().ConfigureAwait(false);
            }

            _turn.Release();
        }
    }

    /// <summary>
    /// Refreshes, and again with the next refresh token when another machine used this one up. Of several machines without a lock one gets
    /// on with each token, so there are as many rounds as machines may meet.
    /// </summary>
    private async Task<AccessToken> RefreshNewestAsync(
        TokenStoreEntry entry, AccessTokenRequest request, CancellationToken cancellationToken)
    {
        for (var round = 0; ; round++)
        {
            try
            {
                return await RefreshAsync(entry, request, cancellationToken).ConfigureAwait(false);
            }
            catch (OneDriveAuthenticationException failure) when (failure.Error is "invalid_grant")
            {
                var newer = round == MaximumRounds || IsAboutThePerson(failure)
                    ? null
                    : await keeper.FindNewerAsync(storeKey, entry.RefreshToken, cancellationToken).ConfigureAwait(false);
                if (newer is null)
                {
                    // What is refused with claims may be granted without them.
                    if (request.Claims is null)
                        _refused = new RefusedToken(entry.RefreshToken, failure, grants.Now);
                    throw;
                }

                entry = newer;
            }
        }
    }

    // Consent, a second factor or a policy is missing: no newer refresh token changes that.
    private static bool IsAboutThePerson(OneDriveAuthenticationException failure) =>
        failure.Claims is not null || failure.SubError is { Length: > 0 } and not ("bad_token" or "token_expired");

    private async Task<AccessToken> RefreshAsync(TokenStoreEntry entry, AccessTokenRequest request, CancellationToken cancellationToken)
    {
        var granted = await grants.RefreshAsync(entry, request, cancellationToken).ConfigureAwait(false);
        var account = await IdentifyAsync(entry, granted).ConfigureAwait(false);
        if (account is not null && entry.Account is not null && !account.IsSameAs(entry.Account))
        {
            throw new OneDriveAuthenticationException(
                $"The sign-in service answered the refresh of '{entry.Account}' with tokens of another account; they were not used.");
        }

        await KeepAsync(entry, granted, account).ConfigureAwait(false);
        return granted.AccessToken;
    }

    // The old refresh token may be used up: an identity that cannot be checked must not cost the person the new one.
    private async Task<UserAccount?> IdentifyAsync(TokenStoreEntry entry, GrantedTokens granted)
    {
        try
        {
            return await grants.IdentifyAsync(granted, nonce: null, CancellationToken.None).ConfigureAwait(false);
        }
        catch
        {
            await KeepAsync(entry, granted, entry.Account).ConfigureAwait(false);
            throw;
        }
    }

    // The new refresh token is on the disk before anybody gets the access token; a caller who left does not change that.
    private async Task KeepAsync(TokenStoreEntry before, GrantedTokens granted, UserAccount? account)
    {
        if (granted.RefreshToken is not { Length: > 0 } next || string.Equals(next, before.RefreshToken, StringComparison.Ordinal))
            return;

        var entry = new TokenStoreEntry
        {
            Key = storeKey,
            Version = keeper.VersionAfter(before.Version),
            RefreshToken = next,
            Scopes = granted.Scopes.Count > 0 ? granted.Scopes : before.Scopes,
            Account = account ?? before.Account,
            SignedInAt = before.SignedInAt,
            Saved = grants.Now,
        };
        if (!await keeper.ReplaceAsync(entry, before, CancellationToken.None).ConfigureAwait(false)
            && await keeper.FindAsync(storeKey, CancellationToken.None).ConfigureAwait(false) is null)
        {
            throw NobodyIsSignedIn();
        }
    }

    private OneDriveAuthenticationException NobodyIsSignedIn() => new($"Nobody is signed in under the key '{key}'.")
    {
        RequiresSignIn = true,
        Hint = "Send the person to the sign-in page: BeginAsync of the flow, then CompleteAsync.",
    };
}
