namespace OneDrive.Sdk.Authentication;

/// <summary>Gets new tokens; anyone who uses it caches them.</summary>
internal interface ITokenSource
{
    /// <summary>
    /// Names everything that a token depends on, so that no token is ever served for another tenant, application, account or resource.
    /// </summary>
    string CacheKeyFor(AccessTokenRequest request);

    /// <summary>Gets a new token from the endpoint.</summary>
    Task<AccessToken> AcquireAsync(AccessTokenRequest request, CancellationToken cancellationToken);
}
