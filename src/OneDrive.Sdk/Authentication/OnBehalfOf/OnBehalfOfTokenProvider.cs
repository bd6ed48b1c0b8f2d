using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Lets an API work with the files of the people who call it, by exchanging the token that each of them came with (OAuth 2.0 on-behalf-of).
/// Tokens are kept in memory only, for each person's token, tenant and resource. Make one and share it; it is thread-safe. See
/// <see href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow"/>.
/// </summary>
public sealed class OnBehalfOfTokenProvider : IAccessTokenProvider, ICloudBound, IDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly UserSettings _settings;
    private readonly OnBehalfOfCache _cache;
    private readonly Func<CancellationToken, ValueTask<string>>? _getAssertion;

    /// <summary>Creates the provider. Nothing is sent before the first token is asked for.</summary>
    /// <param name="options">Tenant, application and its proof; copied.</param>
    /// <param name="cloud">The cloud; <see cref="OneDriveCloud.Global"/> by default.</param>
    /// <param name="transport">
    /// The connection to the token endpoint, which stays the caller's to dispose; by default one that follows no redirects.
    /// </param>
    /// <param name="loggerFactory">Where messages go; nowhere by default.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="ArgumentException">An option is missing or wrong; the message names it.</exception>
    public OnBehalfOfTokenProvider(
        OnBehalfOfOptions options,
        OneDriveCloud? cloud = null,
        HttpMessageHandler? transport = null,
        ILoggerFactory? loggerFactory = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        cloud ??= OneDriveCloud.Global;
        ClientCredentialRules.Require(OnBehalfOfRules.Validate(options, cloud), nameof(options));

        var clock = timeProvider ?? TimeProvider.System;
        var logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger<OnBehalfOfTokenProvider>();
        _settings = OnBehalfOfRules.SettingsFrom(options, cloud);
        _getAssertion = options.UserAssertionProvider;
        _http = new HttpMessageInvoker(transport ?? TokenTransport.Create(), disposeHandler: transport is null);
        var endpoint = new TokenEndpoint(_http, TokenTransport.CreateRules(options.MaxRetryAfter), clock, logger);
        var credential = UserCredentials.From(options, clock, logger)!;
        _cache = new OnBehalfOfCache(
            assertion => new OnBehalfOfGrant(_settings, endpoint, credential, assertion, clock), clock, logger);
    }

    /// <summary>The cloud that the tokens are for.</summary>
    public OneDriveCloud Cloud => _settings.Authority.Cloud;

    /// <summary>How many tokens of people are remembered.</summary>
    internal int Remembered => _cache.Count;

    /// <summary>The tokens of one person, for a client of their own. Nothing is sent before the first token is asked for.</summary>
    /// <param name="userAssertion">
    /// The access token with which the person came to the API, without <c>Bearer</c>. The API has validated it: it is meant for the API.
    /// </param>
    /// <exception cref="ArgumentException">The text is no access token.</exception>
    public IAccessTokenProvider ForUser(string userAssertion) =>
        new OnBehalfOfUser(_cache, Cloud, OnBehalfOfRules.RequireAssertion(userAssertion, nameof(userAssertion)));

    /// <summary>Gets a token for the person of <see cref="OnBehalfOfOptions.UserAssertionProvider"/>.</summary>
    /// <param name="request">What the token is for, and which token the service has refused, if any.</param>
    /// <param name="cancellationToken">Ends the wait of this caller only; others waiting for the same token are not affected.</param>
    /// <exception cref="InvalidOperationException">There is no such function in the options.</exception>
    /// <exception cref="OneDriveAuthenticationException">
    /// The token endpoint refused. With <see cref="OneDriveAuthenticationException.RequiresSignIn"/> the person's client must get a new
    /// token, with the <see cref="OneDriveAuthenticationException.Claims"/> if there are some.
    /// </exception>
    /// <exception cref="OneDriveConnectionException">The token endpoint did not answer after retries.</exception>
    public async ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_getAssertion is null)
        {
            throw new InvalidOperationException(
                "UserAssertionProvider is not set. Set it, or create a client for each user with OnBehalfOfTokenProvider.ForUser.");
        }

        var assertion = OnBehalfOfRules.RequireAssertion(
            await _getAssertion(cancellationToken).ConfigureAwait(false), nameof(OnBehalfOfOptions.UserAssertionProvider));
        return await _cache.GetTokenAsync(assertion, request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Drops the tokens, ends waiting calls and closes the connection if the provider made it.</summary>
    public void Dispose()
    {
        _cache.Dispose();
        _http.Dispose();
    }
}
