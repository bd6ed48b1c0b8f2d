namespace OneDrive.Sdk.Authentication;

/// <summary>Gets new tokens; anyone who uses it caches them.</summary>
internal interface ITokenSource
{
    /// <summary>
    /// Builds the cache key of a token from all values that it depends on, so that a token is never used for another tenant, application,
    /// account or resource.
    /// </summary>
    string CacheKeyFor(AccessTokenRequest request);

    /// <summary>Gets a new token from the endpoint.</summary>
    Task<AccessToken> AcquireAsync(AccessTokenRequest request, CancellationToken cancellationToken);
}
