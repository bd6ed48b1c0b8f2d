using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Lets an API access the files of its users by exchanging the token that each user sent (OAuth 2.0 on-behalf-of). Tokens are cached in
/// memory only, by user token, tenant and resource. Create one instance and share it; it is thread-safe. See
/// <see href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow"/>.
/// </summary>
public sealed class OnBehalfOfTokenProvider : IAccessTokenProvider, ICloudBound, IDisposable
{
    private readonly SignInConnection _connection;
    private readonly UserSettings _settings;
    private readonly OnBehalfOfCache _cache;
    private readonly Func<CancellationToken, ValueTask<string>>? _getAssertion;

    /// <summary>Creates the provider. No request is sent before the first token is requested.</summary>
    /// <param name="options">Tenant, application and its credential; they are copied.</param>
    /// <param name="cloud">The cloud; <see cref="OneDriveCloud.Global"/> by default.</param>
    /// <param name="transport">
    /// The connection to the token endpoint, which the caller disposes; by default one that follows no redirects.
    /// </param>
    /// <param name="loggerFactory">The logger factory; no logging by default.</param>
    /// <param name="timeProvider">The time provider; <see cref="TimeProvider.System"/> by default.</param>
    /// <exception cref="ArgumentException">An option is missing or not valid; the message contains its name.</exception>
    public OnBehalfOfTokenProvider(
        OnBehalfOfOptions options,
        OneDriveCloud? cloud = null,
        HttpMessageHandler? transport = null,
        ILoggerFactory? loggerFactory = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        cloud ??= OneDriveCloud.Global;
        SignInChecks.ThrowIfInvalid(options, cloud);

        var logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger<OnBehalfOfTokenProvider>();
        _settings = options.ToSettings(cloud);
        _getAssertion = options.UserAssertionProvider;
        _connection = new SignInConnection(transport, options.MaxRetryAfter, timeProvider);
        var clock = _connection.TimeProvider;
        var client = new TokenClient(_connection, ClientCredentials.From(options, clock, logger), logger);
        _cache = new OnBehalfOfCache(assertion => new OnBehalfOfGrant(_settings, client, assertion, clock), clock, logger);
    }

    /// <summary>The cloud of the tokens.</summary>
    public OneDriveCloud Cloud => _settings.Authority.Cloud;

    /// <summary>How many tokens of users are remembered.</summary>
    internal int Remembered => _cache.Count;

    /// <summary>
    /// Gets the token provider of one user, for a client of that user. No request is sent before the first token is requested.
    /// </summary>
    /// <param name="userAssertion">
    /// The access token that the user sent to the API, without <c>Bearer</c>. The API must have validated it, including its audience.
    /// </param>
    /// <exception cref="ArgumentException">The text is not an access token.</exception>
    public IAccessTokenProvider ForUser(string userAssertion) =>
        new OnBehalfOfUser(_cache, Cloud, RequireAssertion(userAssertion, nameof(userAssertion)));

    /// <summary>Gets a token for the user of <see cref="OnBehalfOfOptions.UserAssertionProvider"/>.</summary>
    /// <param name="request">The resource, and the rejected token, if any.</param>
    /// <param name="cancellationToken">Cancels the wait of this caller only, not of others that wait for the same token.</param>
    /// <exception cref="InvalidOperationException"><see cref="OnBehalfOfOptions.UserAssertionProvider"/> is not set.</exception>
    /// <exception cref="OneDriveAuthenticationException">
    /// The token endpoint rejected the request. If <see cref="OneDriveAuthenticationException.RequiresSignIn"/> is true, the user's client
    /// must get a new token, with the <see cref="OneDriveAuthenticationException.Claims"/>, if any.
    /// </exception>
    /// <exception cref="OneDriveConnectionException">The token endpoint did not respond after retries.</exception>
    public async ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_getAssertion is null)
        {
            throw new InvalidOperationException(
                "UserAssertionProvider is not set. Set it, or create a client for each user with OnBehalfOfTokenProvider.ForUser.");
        }

        var assertion = RequireAssertion(
            await _getAssertion(cancellationToken).ConfigureAwait(false), nameof(OnBehalfOfOptions.UserAssertionProvider));
        return await _cache.GetTokenAsync(assertion, request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Clears the cached tokens, cancels waiting calls and closes the connections that the provider created.</summary>
    public void Dispose()
    {
        _cache.Dispose();
        _connection.Dispose();
    }

    private static string RequireAssertion(string userAssertion, string parameterName)
    {
        ArgumentException.ThrowIfNullOrEmpty(userAssertion, parameterName);
        return AccessToken.CanTravel(userAssertion)
            ? userAssertion
            : throw new ArgumentException(
                "The user's token contains spaces or characters that are not allowed in a token. Pass only the part after 'Bearer ' of "
                + "the Authorization header.",
                parameterName);
    }
}
