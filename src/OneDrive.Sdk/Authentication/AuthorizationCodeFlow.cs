using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Signs users in through the browser (OAuth 2.0 authorization code with PKCE) and keeps them signed in. Call <c>BeginAsync</c>,
/// redirect the browser to the sign-in page, call <c>CompleteAsync</c>, then use <see cref="ForUser"/>. For web applications and for
/// desktop applications. Create one instance and share it; it is thread-safe. See
/// <see href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow"/>.
/// </summary>
public sealed class AuthorizationCodeFlow : IDisposable
{
    private const int LongestApplicationData = 2_048;

    private readonly SignInConnection _connection;
    private readonly UserFlowSettings _settings;
    private readonly OpenIdProvider _openId;
    private readonly UserTokenClient _endpoint;
    private readonly UserTokenManager _users;
    private readonly IAuthorizationSessionStore _sessions;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates the flow. No request is sent before a user signs in.</summary>
    /// <param name="options">Tenant, application and scopes; they are copied.</param>
    /// <param name="tokenStore">The store of the sign-ins; in memory by default.</param>
    /// <param name="sessionStore">The store of pending sign-ins; in memory by default.</param>
    /// <param name="cloud">The cloud; <see cref="OneDriveCloud.Global"/> by default. An issuer determines its own cloud.</param>
    /// <param name="transport">
    /// The handler for requests to the sign-in service, which the caller disposes; by default a handler that does not follow redirects.
    /// </param>
    /// <param name="loggerFactory">The logger factory; no logging by default.</param>
    /// <param name="timeProvider">The time provider; <see cref="TimeProvider.System"/> by default.</param>
    /// <exception cref="ArgumentException">An option is missing or not valid; the message contains its name.</exception>
    public AuthorizationCodeFlow(
        AuthorizationCodeOptions options,
        ITokenStore? tokenStore = null,
        IAuthorizationSessionStore? sessionStore = null,
        OneDriveCloud? cloud = null,
        HttpMessageHandler? transport = null,
        ILoggerFactory? loggerFactory = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        cloud ??= OneDriveCloud.Global;
        SignInChecks.ThrowIfInvalid(options, cloud);

        _timeProvider = timeProvider ?? TimeProvider.System;
        var logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger<AuthorizationCodeFlow>();
        _settings = new UserFlowSettings(options, cloud);
        _sessions = sessionStore ?? new InMemoryAuthorizationSessionStore(_timeProvider);
        _connection = new SignInConnection(transport, options.MaxRetryAfter, timeProvider);
        _openId = new OpenIdProvider(_settings.User, _connection);
        _endpoint = new UserTokenClient(
            _settings.User,
            new TokenClient(_connection, ClientCredentials.From(options, _timeProvider, logger), logger),
            _openId,
            _timeProvider);
        var keeper = new TokenStoreWriter(tokenStore ?? new InMemoryTokenStore(), options.ContinueWhenNotSaved, _timeProvider, logger);
        _users = new UserTokenManager(_settings.User.StoreKey, _endpoint, keeper, _timeProvider, logger);
    }

    /// <summary>The cloud of the tokens.</summary>
    public OneDriveCloud Cloud => _settings.User.Authority.Cloud;

    internal UserFlowSettings Settings => _settings;

    internal TimeProvider TimeProvider => _timeProvider;

    /// <summary>Starts a sign-in. Redirect the browser to the returned address.</summary>
    /// <param name="key">
    /// The key of the user in the application, or of the browser session when the user is not known yet. The sign-in must be completed with
    /// the same key, which prevents that a user works with the account of an attacker (login CSRF).
    /// </param>
    /// <param name="options">Options of this sign-in.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OneDriveAuthenticationException">The OpenID configuration of the issuer is not valid.</exception>
    public Task<AuthorizationStart> BeginAsync(
        string key, BeginAuthorizationOptions? options = null, CancellationToken cancellationToken = default) =>
        BeginAsync(
            key,
            _settings.RedirectUri.OriginalString,
            _settings.ResponseMode ?? AuthorizationResponseMode.Query,
            options ?? new BeginAuthorizationOptions(),
            cancellationToken);

    /// <summary>Completes a sign-in with the response that the browser returned, and saves it.</summary>
    /// <param name="key">The key that the sign-in was started with.</param>
    /// <param name="callback">The response that the browser returned.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The signed-in user. Use <see cref="ForUser"/> with the same key to access the files of the user.</returns>
    /// <exception cref="OneDriveAuthenticationException">
    /// The sign-in is unknown, has expired, or was started with another key; the user declined; or the sign-in service rejected the
    /// request.
    /// </exception>
    /// <exception cref="TokenPersistenceException">The sign-in succeeded, but could not be saved.</exception>
    public async Task<UserSignIn> CompleteAsync(string key, AuthorizationCallback callback, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(callback);
        _users.ThrowIfDisposed(this);
        var session = await CallbackRules.TakeAsync(_sessions, key, callback, _timeProvider.GetUtcNow(), cancellationToken)
            .ConfigureAwait(false);
        CallbackRules.Require(callback, session, _settings.User);
        var granted = await _endpoint.RedeemAsync(session, callback.Code!, cancellationToken).ConfigureAwait(false);
        var account = await _endpoint.IdentifyAsync(granted, session.Nonce, cancellationToken).ConfigureAwait(false);
        if (account is null && _settings.User.RequiresIdentity)
        {
            throw new OneDriveAuthenticationException("The sign-in service did not return the identity token (id_token) that was "
                + "requested.");
        }

        var signIn = await _users.KeepAsync(key, Cloud.GraphEndpoint, granted, account, cancellationToken).ConfigureAwait(false);
        return new UserSignIn(key, signIn.Account, signIn.Scopes, session.ApplicationData);
    }

    /// <summary>
    /// Signs a user in on this machine: opens the browser and waits for the redirect to <c>http://localhost</c> (RFC 8252).
    /// </summary>
    /// <param name="key">The key of the user in the application.</param>
    /// <param name="options">The options, such as the timeout.</param>
    /// <param name="cancellationToken">Cancels the sign-in.</param>
    /// <returns>The account of the user.</returns>
    /// <exception cref="InvalidOperationException">The redirect URI of the options does not point to this machine.</exception>
    /// <exception cref="OneDriveAuthenticationException">
    /// The user did not sign in within the timeout, the user declined, or the sign-in service rejected the request.
    /// </exception>
    /// <exception cref="TokenPersistenceException">The sign-in succeeded, but could not be saved.</exception>
    public Task<UserSignIn> SignInInteractivelyAsync(
        string key, InteractiveSignInOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return InteractiveSignIn.RunAsync(this, key, options ?? new InteractiveSignInOptions(), cancellationToken);
    }

    /// <summary>Imports a sign-in that the application obtained by other means, for the same application (client) id.</summary>
    /// <param name="key">The key of the user in the application.</param>
    /// <param name="tokens">The tokens to import.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Who is signed in.</returns>
    /// <exception cref="OneDriveAuthenticationException">The identity token is not valid.</exception>
    /// <exception cref="TokenPersistenceException">The sign-in could not be saved.</exception>
    public async Task<UserSignIn> AcceptAsync(string key, ObtainedTokens tokens, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(tokens);
        _users.ThrowIfDisposed(this);
        var account = tokens.IdToken is null
            ? null
            : await _openId.ValidateAsync(tokens.IdToken, tokens.Nonce, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        return await _users.AcceptAsync(key, Cloud.GraphEndpoint, tokens, account, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Gets the token provider of a user, for a client of that user. No request is sent before the first token is requested.
    /// </summary>
    /// <param name="key">The key of the user in the application.</param>
    public IAccessTokenProvider ForUser(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return new UserTokenProvider(_users, Cloud, key);
    }

    /// <summary>Gets the sign-in of a key.</summary>
    /// <param name="key">The key of the user in the application.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see langword="null"/> when no user is signed in.</returns>
    /// <exception cref="TokenPersistenceException">The sign-in cannot be read.</exception>
    public Task<UserSignIn?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _users.FindAsync(key, cancellationToken);
    }

    /// <summary>
    /// Tells who is signed in under a key, since when, until when, and whether the sign-in was rejected. Nothing is sent.
    /// </summary>
    /// <param name="key">The key of the user in the application.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="TokenPersistenceException">The sign-in cannot be read.</exception>
    public Task<UserSignInStatus> GetStatusAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _users.GetStatusAsync(key, cancellationToken);
    }

    /// <summary>
    /// Removes a sign-in and its tokens. The session at the sign-in service ends only when the browser opens the returned address.
    /// </summary>
    /// <param name="key">The key of the user in the application.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The address that ends the session of the user at the sign-in service.</returns>
    /// <exception cref="TokenPersistenceException">The sign-in could not be removed.</exception>
    public async Task<Uri> SignOutAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        await _users.RemoveAsync(key, cancellationToken).ConfigureAwait(false);
        return _settings.User.Authority.SignOutEndpoint;
    }

    /// <summary>Clears the cached tokens, cancels waiting calls and closes the connections that the flow created.</summary>
    public void Dispose()
    {
        _users.Dispose();
        _openId.Dispose();
        _connection.Dispose();
    }

    internal async Task<AuthorizationStart> BeginAsync(
        string key,
        string redirectUri,
        AuthorizationResponseMode mode,
        BeginAuthorizationOptions options,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        _users.ThrowIfDisposed(this);
        if (options.ApplicationData?.Length > LongestApplicationData)
        {
            throw new ArgumentException(
                "ApplicationData is longer than 2,048 characters; keep it yourself and give its key.", nameof(options));
        }

        var endpoint = await _openId.FindAuthorizeEndpointAsync(cancellationToken).ConfigureAwait(false);
        var session = new AuthorizationSession
        {
            State = RandomText.Create(),
            Nonce = RandomText.Create(),
            CodeVerifier = RandomText.Create(),
            Key = key,
            RedirectUri = redirectUri,
            Issuer = _settings.User.Authority.Issuer,
            Scopes = [.. _settings.User.Scopes.Union(options.AdditionalScopes, StringComparer.Ordinal)],
            ApplicationData = options.ApplicationData,
            Expires = _timeProvider.GetUtcNow() + _settings.SessionLifetime,
        };
        await _sessions.SaveAsync(session, cancellationToken).ConfigureAwait(false);
        var challenge = Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(session.CodeVerifier)));
        return new AuthorizationStart(_settings.AuthorizeAddress(endpoint, session, challenge, mode, options), session.State);
    }
}
