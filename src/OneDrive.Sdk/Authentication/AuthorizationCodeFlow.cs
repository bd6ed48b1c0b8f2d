using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Signs users in through the browser (OAuth 2.0 authorization code with PKCE) and keeps them signed in. Call <c>BeginAsync</c>,
/// redirect the browser to the sign-in page, call <c>CompleteAsync</c>, then use <see cref="UserSignInFlow.ForUser"/>. For web
/// applications and for desktop applications. Create one instance and share it; it is thread-safe. See
/// <see href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow"/>.
/// </summary>
public sealed class AuthorizationCodeFlow : UserSignInFlow
{
    private readonly OpenIdProvider _openId;
    private readonly UserTokenClient _tokens;
    private readonly PendingSignIns _pending;

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
        : base(options, target => options.ToSettings(target), cloud, transport, loggerFactory, timeProvider)
    {
        RedirectUri = options.RedirectUri!;
        ResponseMode = options.ResponseMode;
        _openId = new OpenIdProvider(Settings, Connection);
        var client = new TokenClient(Connection, ClientCredentials.From(options, TimeProvider, Logger), Logger);
        _tokens = new UserTokenClient(Settings, client, _openId, TimeProvider);
        _pending = new PendingSignIns(sessionStore, Settings, options.SessionLifetime, TimeProvider);
        Users = CreateUsers(_tokens, tokenStore, options.ContinueWhenNotSaved);
    }

    internal Uri RedirectUri { get; }

    /// <summary>How the response is returned, if the application chose; null otherwise.</summary>
    internal AuthorizationResponseMode? ResponseMode { get; }

    private protected override UserTokenManager Users { get; }

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
            RedirectUri.OriginalString,
            ResponseMode ?? AuthorizationResponseMode.Query,
            options ?? new BeginAuthorizationOptions(),
            cancellationToken);

    /// <summary>Completes a sign-in with the response that the browser returned, and saves it.</summary>
    /// <param name="key">The key that the sign-in was started with.</param>
    /// <param name="callback">The response that the browser returned.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The signed-in user. Use <see cref="UserSignInFlow.ForUser"/> with the same key to access the files of the user.</returns>
    /// <exception cref="OneDriveAuthenticationException">
    /// The sign-in is unknown, has expired, or was started with another key; the user declined; or the sign-in service rejected the
    /// request.
    /// </exception>
    /// <exception cref="TokenPersistenceException">The sign-in succeeded, but could not be saved.</exception>
    public async Task<UserSignIn> CompleteAsync(string key, AuthorizationCallback callback, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(callback);
        Users.ThrowIfDisposed(this);
        var session = await _pending.CompleteAsync(key, callback, cancellationToken).ConfigureAwait(false);
        var granted = await _tokens.RedeemAsync(session, callback.Code!, cancellationToken).ConfigureAwait(false);
        var account = await _tokens.IdentifyAsync(granted, session.Nonce, cancellationToken).ConfigureAwait(false);
        if (account is null && Settings.RequiresIdentity)
        {
            throw new OneDriveAuthenticationException(
                "The sign-in service did not return the identity token (id_token) that was requested.");
        }

        return await Users.KeepAsync(key, Cloud.GraphEndpoint, granted, account, session.ApplicationData, cancellationToken)
            .ConfigureAwait(false);
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
        Users.ThrowIfDisposed(this);
        var account = tokens.IdToken is null
            ? null
            : await _openId.ValidateAsync(tokens.IdToken, tokens.Nonce, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        return await Users.AcceptAsync(key, Cloud.GraphEndpoint, tokens, account, cancellationToken).ConfigureAwait(false);
    }

    internal async Task<AuthorizationStart> BeginAsync(
        string key,
        string redirectUri,
        AuthorizationResponseMode mode,
        BeginAuthorizationOptions options,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        Users.ThrowIfDisposed(this);
        var endpoint = await _openId.FindAuthorizeEndpointAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string> scopes = [.. Settings.Scopes.Union(options.AdditionalScopes, StringComparer.Ordinal)];
        var session = await _pending.StartAsync(key, redirectUri, scopes, options, cancellationToken).ConfigureAwait(false);
        return _pending.Open(
            endpoint,
            session,
            options,
            ("response_mode", mode is AuthorizationResponseMode.FormPost ? "form_post" : "query"),
            ("scope", string.Join(' ', scopes)),
            ("nonce", OpenIdScopes.HaveIdentity(scopes) ? session.Nonce : null),
            ("claims", ClaimsRequest.Create(options.Claims, Settings.CanHandleClaims)));
    }
}
