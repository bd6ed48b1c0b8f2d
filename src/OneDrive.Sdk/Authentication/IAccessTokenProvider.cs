namespace OneDrive.Sdk.Authentication;

/// <summary>Gets access tokens for the service. Implementations must be thread-safe and may cache tokens.</summary>
public interface IAccessTokenProvider
{
    /// <summary>
    /// Whether the tokens represent an application without a signed-in user. Addresses under <c>/me</c> are then not supported.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    bool IsApplicationOnly => false;

    /// <summary>
    /// Identifies the principal whose limits apply to the calls: tenant, application and, for delegated tokens, user. Clients whose
    /// providers return the same key are throttled together. The key is neither sent nor logged.
    /// </summary>
    /// <value>Default: <see langword="null"/>, unknown: every provider instance is a separate principal.</value>
    string? PrincipalKey => null;

    /// <summary>Gets a valid token for the request, from a cache or from the token endpoint.</summary>
    /// <param name="request">The resource, and the rejected token, if any.</param>
    /// <param name="cancellationToken">Cancels the wait of this caller only, not of others that wait for the same token.</param>
    /// <exception cref="OneDriveAuthenticationException">The token endpoint rejected the request.</exception>
    /// <exception cref="OneDriveConnectionException">The token endpoint did not respond after retries.</exception>
    ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken);
}
