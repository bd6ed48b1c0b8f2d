using System.Diagnostics.CodeAnalysis;

namespace OneDrive.Sdk.Authentication;

/// <summary>The OAuth 2.0 refresh token grant of one user: a new access token for the refresh token in the store.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never used owns nothing.")]
internal sealed class RefreshTokenGrant(string storeKey, IUserTokenClient client, TokenStoreWriter writer, string key) : ITokenSource
{
    private const int MaximumRounds = 5;

    /// <summary>One refresh at a time, even if the previous callers have cancelled or require other claims.</summary>
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The last rejected refresh token, which is not sent again.</summary>
    private volatile RefusedToken? _refused;

    /// <summary>What the service said when it rejected a refresh token; null when it was not rejected here.</summary>
    internal OneDriveAuthenticationException? RefusalOf(string refreshToken) => _refused?.RefusalOf(refreshToken);

    public string CacheKeyFor(AccessTokenRequest request) =>
        TokenCacheKey.Of([storeKey, request.Resource.GetLeftPart(UriPartial.Authority), .. request.Scopes.Order(StringComparer.Ordinal)]);

    public async Task<AccessToken> AcquireAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        IAsyncDisposable? held = null;
        try
        {
            held = await writer.LockAsync(storeKey, cancellationToken).ConfigureAwait(false);
            var entry = await writer.FindAsync(storeKey, cancellationToken).ConfigureAwait(false) ?? throw NotSignedIn();
            if (request.Claims is null && _refused is { } refused && refused.Is(entry.RefreshToken, client.Now))
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
    /// Refreshes, and repeats with the next refresh token when another machine has used this one. Without a lock one machine succeeds with
    /// each token, so the number of rounds is the number of concurrent machines.
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
                    : await writer.FindNewerAsync(storeKey, entry.RefreshToken, cancellationToken).ConfigureAwait(false);
                if (newer is null)
                {
                    // A request that is rejected with claims may succeed without them.
                    if (request.Claims is null)
                        _refused = new RefusedToken(entry.RefreshToken, failure, client.Now);
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
        var granted = await client.RefreshAsync(entry, request, cancellationToken).ConfigureAwait(false);
        var account = await IdentifyAsync(entry, granted).ConfigureAwait(false);
        if (account is not null && entry.Account is not null && !account.IsSameAs(entry.Account))
        {
            throw new OneDriveAuthenticationException(
                $"The sign-in service returned tokens of another account when '{entry.Account}' was refreshed. The tokens were not used.");
        }

        await KeepAsync(entry, granted, account).ConfigureAwait(false);
        return granted.AccessToken;
    }

    // The old refresh token may be used already: keep the new one even if the identity token is not valid.
    private async Task<UserAccount?> IdentifyAsync(TokenStoreEntry entry, TokenSet granted)
    {
        try
        {
            return await client.IdentifyAsync(granted, nonce: null, CancellationToken.None).ConfigureAwait(false);
        }
        catch
        {
            await KeepAsync(entry, granted, entry.Account).ConfigureAwait(false);
            throw;
        }
    }

    // The new refresh token is saved before the access token is returned, even if the caller cancelled.
    private async Task KeepAsync(TokenStoreEntry before, TokenSet granted, UserAccount? account)
    {
        if (granted.RefreshToken is not { Length: > 0 } next || string.Equals(next, before.RefreshToken, StringComparison.Ordinal))
            return;

        var entry = new TokenStoreEntry
        {
            Key = storeKey,
            Version = writer.VersionAfter(before.Version),
            RefreshToken = next,
            Scopes = granted.Scopes.Count > 0 ? granted.Scopes : before.Scopes,
            Account = account ?? before.Account,
            SignedInAt = before.SignedInAt,
            Saved = client.Now,
        };
        if (!await writer.ReplaceAsync(entry, before, CancellationToken.None).ConfigureAwait(false)
            && await writer.FindAsync(storeKey, CancellationToken.None).ConfigureAwait(false) is null)
        {
            throw NotSignedIn();
        }
    }

    private OneDriveAuthenticationException NotSignedIn() => new($"No user is signed in under the key '{key}'.")
    {
        RequiresSignIn = true,
        Hint = "Sign the user in: call BeginAsync of the flow, open the sign-in page, then call CompleteAsync.",
    };
}
