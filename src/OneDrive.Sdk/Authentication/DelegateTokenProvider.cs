namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Gets tokens from a delegate. Tokens are not cached, because the delegate may return different tokens for each user or request. The
/// delegate is called before every attempt and should cache its tokens.
/// </summary>
/// <param name="getToken">Gets a token; when <see cref="AccessTokenRequest.Rejected"/> is set, it must return a different token.</param>
/// <param name="isApplicationOnly">Whether the tokens stand for an application without a user.</param>
public sealed class DelegateTokenProvider(
    Func<AccessTokenRequest, CancellationToken, ValueTask<AccessToken>> getToken, bool isApplicationOnly = false) : IAccessTokenProvider
{
    private readonly Func<AccessTokenRequest, CancellationToken, ValueTask<AccessToken>> _getToken =
        getToken ?? throw new ArgumentNullException(nameof(getToken));

    /// <inheritdoc/>
    public bool IsApplicationOnly { get; } = isApplicationOnly;

    /// <inheritdoc/>
    public string? PrincipalKey { get; init; }

    /// <inheritdoc/>
    /// <exception cref="OneDriveAuthenticationException">The delegate failed or returned null; see the inner exception.</exception>
    public async ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        AccessToken? token;
        try
        {
            token = await _getToken(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OneDriveException && !IsCancellation(failure, cancellationToken))
        {
            throw new OneDriveAuthenticationException(
                $"The token delegate failed with {failure.GetType().Name}. See the inner exception for details.", failure);
        }

        return token ?? throw new OneDriveAuthenticationException("The token delegate returned null instead of a token.");
    }

    private static bool IsCancellation(Exception failure, CancellationToken cancellationToken) =>
        failure is OperationCanceledException && cancellationToken.IsCancellationRequested;
}
