namespace OneDrive.Sdk.Authentication;

/// <summary>Supplies access tokens for the service. Implementations are thread-safe and may cache.</summary>
public interface IAccessTokenProvider
{
    /// <summary>Tells whether the tokens stand for an application without a signed-in user, for which <c>/me</c> means nothing.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    bool IsApplicationOnly => false;

    /// <summary>
    /// Identifies the principal whose limits the calls count against: tenant, application and, for delegated tokens, user. Clients whose
    /// providers give the same key are throttled together. The key is neither sent nor logged.
    /// </summary>
    /// <value>Default: <see langword="null"/>, unknown: every provider object counts as a principal of its own.</value>
    string? PrincipalKey => null;

    /// <summary>Gets a token that is valid for the request, from a cache or from the token endpoint.</summary>
    /// <param name="request">What the token is for, and which token the service has refused, if any.</param>
    /// <param name="cancellationToken">Ends the wait of this caller only; others waiting for the same token are not affected.</param>
    /// <exception cref="OneDriveAuthenticationException">The token endpoint refused.</exception>
    /// <exception cref="OneDriveConnectionException">The token endpoint did not answer after retries.</exception>
    ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken);
}
