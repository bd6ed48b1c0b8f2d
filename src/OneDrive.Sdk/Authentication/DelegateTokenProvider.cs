namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Supplies tokens that the caller gets in their own way. Nothing is cached here: the delegate may answer differently for each user or
/// request, and is asked before every attempt of a call, so it should keep its tokens itself.
/// </summary>
/// <param name="getToken">Gets a token; it must return another one than <see cref="AccessTokenRequest.Rejected"/> when that is set.</param>
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
    /// <exception cref="OneDriveAuthenticationException">
    /// The delegate failed or returned nothing; the inner exception tells how.
    /// </exception>
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
                $"The token delegate failed with {failure.GetType().Name}; the inner exception tells why.", failure);
        }

        return token ?? throw new OneDriveAuthenticationException("The token delegate returned no token.");
    }

    private static bool IsCancellation(Exception failure, CancellationToken cancellationToken) =>
        failure is OperationCanceledException && cancellationToken.IsCancellationRequested;
}
