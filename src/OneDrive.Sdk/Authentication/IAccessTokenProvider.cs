namespace OneDrive.Sdk.Authentication;

/// <summary>Supplies access tokens for the service. Implementations are thread-safe and may cache.</summary>
public interface IAccessTokenProvider
{
    /// <summary>Tells whether the tokens stand for an application without a signed-in user, for which <c>/me</c> means nothing.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    bool IsApplicationOnly => false;

    /// <summary>Gets a token that is valid for the request, from a cache or from the token endpoint.</summary>
    /// <param name="request">What the token is for, and which token the service has refused, if any.</param>
    /// <param name="cancellationToken">Ends the wait of this caller only; others waiting for the same token are not affected.</param>
    /// <exception cref="OneDriveAuthenticationException">The token endpoint refused.</exception>
    /// <exception cref="OneDriveConnectionException">The token endpoint did not answer after retries.</exception>
    ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken);
}
