using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OneDrive.Sdk.Authentication.Desktop;
using OneDrive.Sdk.Authentication.OpenId;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Signs people in through their browser (OAuth 2.0 authorization code with PKCE) and keeps them signed in: begin, send the browser to the
/// sign-in page, complete, then work with <see cref="ForUser"/>. For web applications, and for applications on a person's own machine. Make
/// one and share it; it is thread-safe. See <see href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow"/>.
/// </summary>
public sealed class AuthorizationCodeFlow : IDisposable
{
    private const int LongestApplicationData = 2_048;

    private readonly HttpMessageInvoker _http;
    private readonly UserFlowSettings _settings;
    private readonly OpenIdProvider _openId;
    private readonly UserTokenEndpoint _endpoint;
    private readonly UserSignIns _users;
    private readonly IAuthorizationSessionStore _sessions;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates the flow. Nothing is sent before somebody signs in.</summary>
    /// <param name="options">Tenant, application and scopes; copied.</param>
    /// <param name="tokenStore">Where sign-ins are kept; in memory by default.</param>
    /// <param name="sessionStore">Where sign-ins that are under way are kept; in memory by default.</param>
    /// <param name="cloud">The cloud; <see cref="OneDriveCloud.Global"/> by default. An issuer names its own.</param>
    /// <param name="transport">
    /// The connection to the sign-in service, which stays the caller's to dispose; by default one that follows no redirects.
    /// </param>
    /// <param name="loggerFactory">Where messages go; nowhere by default.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="ArgumentException">An option is missing or wrong; the message names it.</exception>
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
        ClientCredentialRules.Require(AuthorizationCodeRules.Validate(options, cloud), nameof(options));

        _timeProvider = timeProvider ?? TimeProvider.System;
        var logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger<AuthorizationCodeFlow>();
        _settings = new UserFlowSettings(options, cloud);
        _sessions = sessionStore ?? new InMemoryAuthorizationSessionStore(_timeProvider);
        _http = new HttpMessageInvoker(transport ?? TokenTransport.Create(), disposeHandler: transport is null);
        var rules = TokenTransport.CreateRules(options.MaxRetryAfter);
        _openId = new OpenIdProvider(_settings.User, new MetadataReader(_http, rules, _timeProvider), _timeProvider);
        _endpoint = new UserTokenEndpoint(
            _settings.User,
            new TokenEndpoint(_http, rules, _timeProvider, logger),
            UserCredentials.From(options, _timeProvider, logger),
            _openId,
            _timeProvider);
        var keeper = new SignInKeeper(tokenStore ?? new InMemoryTokenStore(), options.ContinueWhenNotSaved, _timeProvider, logger);
        _users = new UserSignIns(_settings.User.StoreKey, _endpoint, keeper, _timeProvider, logger);
    }

    /// <summary>The cloud that the tokens are for.</summary>
    public OneDriveCloud Cloud => _settings.User.Authority.Cloud;

    internal UserFlowSettings Settings => _settings;

    internal TimeProvider TimeProvider => _timeProvider;

    /// <summary>Begins a sign-in: the browser is to be sent to the address that comes back.</summary>
    /// <param name="key">
    /// The key of the person in the application, or of the browser's session where the person is not known yet. Who completes the sign-in
    /// must have the same key, so that nobody can make somebody else work with a foreign account.
    /// </param>
    /// <param name="options">What this sign-in asks for differently.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OneDriveAuthenticationException">The issuer's OpenID configuration cannot be used.</exception>
    public Task<AuthorizationStart> BeginAsync(
        string key, BeginAuthorizationOptions? options = null, CancellationToken cancellationToken = default) =>
        BeginAsync(
            key,
            _settings.RedirectUri.OriginalString,
            _settings.ResponseMode ?? AuthorizationResponseMode.Query,
            options ?? new BeginAuthorizationOptions(),
            cancellationToken);

    /// <summary>Completes a sign-in with what the browser brought back, and keeps it.</summary>
    /// <param name="key">The key with which the sign-in began.</param>
    /// <param name="callback">What the browser brought back.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Who signed in; the person's files are reached through <see cref="ForUser"/> with the same key.</returns>
    /// <exception cref="OneDriveAuthenticationException">
    /// The sign-in is unknown, over, or was begun under another key; the person declined; or the sign-in service refused.
    /// </exception>
    /// <exception cref="TokenPersistenceException">The sign-in succeeded, but could not be kept.</exception>
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
            throw new OneDriveAuthenticationException("The sign-in service sent no identity token, although one was asked for.");
        }

        var signIn = await _users.KeepAsync(key, Cloud.GraphEndpoint, granted, account, cancellationToken).ConfigureAwait(false);
        return new UserSignIn(key, signIn.Account, signIn.Scopes, session.ApplicationData);
    }

    /// <summary>
    /// Signs a person in on the machine on which the application runs: opens the browser and waits for its return on
    /// <c>http://localhost</c> (RFC 8252).
    /// </summary>
    /// <param name="key">The key of the person in the application.</param>
    /// <param name="options">How the page is shown, and for how long.</param>
    /// <param name="cancellationToken">Gives the sign-in up.</param>
    /// <returns>Who signed in.</returns>
    /// <exception cref="InvalidOperationException">The redirect URI of the options is not on this machine.</exception>
    /// <exception cref="OneDriveAuthenticationException">
    /// Nobody signed in within the time, the person declined, or the sign-in service refused.
    /// </exception>
    /// <exception cref="TokenPersistenceException">The sign-in succeeded, but could not be kept.</exception>
    public Task<UserSignIn> SignInInteractivelyAsync(
        string key, InteractiveSignInOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return InteractiveSignIn.RunAsync(this, key, options ?? new InteractiveSignInOptions(), cancellationToken);
    }

    /// <summary>Takes over a sign-in that the application obtained in its own way, for the same application (client) id.</summary>
    /// <param name="key">The key of the person in the application.</param>
    /// <param name="tokens">What the application obtained.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Who is signed in.</returns>
    /// <exception cref="OneDriveAuthenticationException">The identity token is not valid.</exception>
    /// <exception cref="TokenPersistenceException">The sign-in could not be kept.</exception>
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

    /// <summary>The tokens of a person, for a client of their own. Nothing is sent before the first token is asked for.</summary>
    /// <param name="key">The key of the person in the application.</param>
    public IAccessTokenProvider ForUser(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return new UserTokenProvider(_users, Cloud, key);
    }

    /// <summary>Tells who is signed in under a key.</summary>
    /// <param name="key">The key of the person in the application.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Null when nobody is.</returns>
    /// <exception cref="TokenPersistenceException">The sign-in cannot be read.</exception>
    public Task<UserSignIn?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _users.FindAsync(key, cancellationToken);
    }

    /// <summary>Tells who is signed in under a key, since when, until when, and whether the sign-in was refused. Nothing is sent.</summary>
    /// <param name="key">The key of the person in the application.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="TokenPersistenceException">The sign-in cannot be read.</exception>
    public Task<UserSignInStatus> GetStatusAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _users.GetStatusAsync(key, cancellationToken);
    }

    /// <summary>Forgets a sign-in and its tokens. The sign-in service knows nothing of it until the browser opens the address.</summary>
    /// <param name="key">The key of the person in the application.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The address at which the browser ends the person's session with the sign-in service.</returns>
    /// <exception cref="TokenPersistenceException">The sign-in could not be removed.</exception>
    public async Task<Uri> SignOutAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        await _users.RemoveAsync(key, cancellationToken).ConfigureAwait(false);
        return _settings.User.Authority.SignOutEndpoint;
    }

    /// <summary>Drops the tokens in memory, ends waiting calls and closes the connection if the flow made it.</summary>
    public void Dispose()
    {
        _users.Dispose();
        _openId.Dispose();
        _http.Dispose();
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
