using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OneDrive.Sdk.Addresses;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Signs users in to OneDrive for Business with Azure AD v1 (a resource instead of scopes, and a discovery service), for applications that
/// still depend on it. Call <c>BeginAsync</c>, <c>CompleteAsync</c> and <see cref="FindServiceAsync"/>. Create one instance
/// and share it; it is thread-safe.
/// </summary>
public sealed class AadV1Flow : IDisposable
{
    private readonly SignInConnection _connection;
    private readonly UserSettings _settings;
    private readonly AadV1TokenClient _endpoint;
    private readonly UserTokenManager _users;
    private readonly ServiceDiscoveryClient? _discovery;
    private readonly Uri _discoveryResource;
    private readonly DiscoveredService? _service;
    private readonly string _redirectUri;
    private readonly TimeSpan _sessionLifetime;
    private readonly IAuthorizationSessionStore _sessions;
    private readonly TimeProvider _timeProvider;
    private readonly ConcurrentDictionary<string, DiscoveredService> _services = new(StringComparer.Ordinal);

    /// <summary>Creates the flow. No request is sent before a user signs in.</summary>
    /// <param name="options">Tenant and application; copied.</param>
    /// <param name="tokenStore">The store of the sign-ins; in memory by default.</param>
    /// <param name="sessionStore">The store of pending sign-ins; in memory by default.</param>
    /// <param name="cloud">The cloud; <see cref="OneDriveCloud.Global"/> by default.</param>
    /// <param name="transport">
    /// The handler for requests to the sign-in and discovery services, which the caller disposes; by default a handler that does not follow
    /// redirects.
    /// </param>
    /// <param name="loggerFactory">The logger factory; no logging by default.</param>
    /// <param name="timeProvider">The time provider; <see cref="TimeProvider.System"/> by default.</param>
    /// <exception cref="ArgumentException">An option is missing or not valid; the message contains its name.</exception>
    public AadV1Flow(
        AadV1Options options,
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
        var logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger<AadV1Flow>();
        _settings = UserSettings.Create(options, cloud);
        _redirectUri = options.RedirectUri!.OriginalString;
        _sessionLifetime = options.SessionLifetime;
        _service = options.Service;
        _discoveryResource = new Uri(options.Discovery.ResourceId);
        _sessions = sessionStore ?? new InMemoryAuthorizationSessionStore(_timeProvider);
        _connection = new SignInConnection(transport, options.MaxRetryAfter, timeProvider);
        _discovery = _service is null ? new ServiceDiscoveryClient(options.Discovery, _connection) : null;
        _endpoint = new AadV1TokenClient(
            _settings,
            _redirectUri,
            new TokenClient(_connection, ClientCredentials.From(options, _timeProvider, logger), logger),
            _timeProvider);
        var keeper = new TokenStoreWriter(tokenStore ?? new InMemoryTokenStore(), options.ContinueWhenNotSaved, _timeProvider, logger);
        _users = new UserTokenManager(StoreKey, _endpoint, keeper, _timeProvider, logger);
    }

    /// <summary>Starts a sign-in. Redirect the browser to the returned address.</summary>
    /// <param name="key">
    /// The key of the user in the application, or of the browser's session where the user is not known yet. Who completes the sign-in must
    /// have the same key.
    /// </param>
    /// <param name="options">Options of this sign-in; scopes and claims are ignored.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<AuthorizationStart> BeginAsync(
        string key, BeginAuthorizationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        _users.ThrowIfDisposed(this);
        var session = new AuthorizationSession
        {
            State = RandomText.Create(),
            Nonce = RandomText.Create(),
            CodeVerifier = RandomText.Create(),
            Key = key,
            RedirectUri = _redirectUri,
            Issuer = _settings.Authority.Issuer,
            Scopes = [],
            Expires = _timeProvider.GetUtcNow() + _sessionLifetime,
        };
        await _sessions.SaveAsync(session, cancellationToken).ConfigureAwait(false);
        return new AuthorizationStart(AuthorizeAddress(session, options), session.State);
    }

    /// <summary>Completes a sign-in with the response that the browser returned, in its query or its fragment, and saves it.</summary>
    /// <param name="key">The key that the sign-in was started with.</param>
    /// <param name="callback">The response that the browser returned.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The sign-in. Its account is not known, because v1 identity tokens are not signed.</returns>
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
        CallbackRules.Require(callback, session, _settings);
        var granted = await _endpoint.RedeemAsync(session, callback.Code!, FirstResource.OriginalString, cancellationToken)
            .ConfigureAwait(false);
        _services.TryRemove(key, out _);
        return await _users.KeepAsync(key, FirstResource, granted, account: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds the file service of a user. The result is cached for each user for the lifetime of the flow.</summary>
    /// <param name="key">The key of the user in the application.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OneDriveAuthenticationException">
    /// No user is signed in, the user does not have such a service, or its host is not trusted.
    /// </exception>
    /// <exception cref="OneDriveConnectionException">The service did not respond after retries.</exception>
    public async Task<DiscoveredService> FindServiceAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (_discovery is null || _services.TryGetValue(key, out var known))
        {
            return _service ?? _services[key];
        }

        var token = await _users.GetTokenAsync(key, new AccessTokenRequest { Resource = _discoveryResource }, cancellationToken)
            .ConfigureAwait(false);
        return _services[key] = await _discovery.FindFilesAsync(token, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Gets the token provider of a user for a service, for a client with its <see cref="OneDriveOptions.ServiceEndpoint"/>.
    /// </summary>
    /// <param name="key">The key of the user in the application.</param>
    /// <param name="service">The service that <see cref="FindServiceAsync"/> returned.</param>
    public IAccessTokenProvider ForUser(string key, DiscoveredService service)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(service);
        return new AadV1UserTokens(_users, key, service);
    }

    /// <summary>Returns whether a user is signed in under a key.</summary>
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
        _services.TryRemove(key, out _);
        return Place("logout");
    }

    /// <summary>Clears the cached tokens, cancels waiting calls and closes the connections that the flow created.</summary>
    public void Dispose()
    {
        _users.Dispose();
        _discovery?.Dispose();
        _connection.Dispose();
    }

    /// <summary>Whom the first token is for; it must be the same in both steps.</summary>
    private Uri FirstResource => _service?.Resource ?? _discoveryResource;

    private string StoreKey(string key) => TokenCacheKey.Of(
        _settings.Authority.Cloud.SignInEndpoint.AbsoluteUri, _settings.Authority.Tenant, _settings.ClientId, "aad_v1", key);

    private Uri Place(string name) => new(_settings.Authority.Cloud.SignInEndpoint, $"{_settings.Authority.Tenant}/oauth2/{name}");

    private Uri AuthorizeAddress(AuthorizationSession session, BeginAuthorizationOptions? options)
    {
        (string Name, string? Value)[] parameters =
        [
            ("client_id", _settings.ClientId),
            ("response_type", "code"),
            ("redirect_uri", session.RedirectUri),
            ("resource", FirstResource.OriginalString),
            ("state", session.State),
            ("code_challenge", Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(session.CodeVerifier)))),
            ("code_challenge_method", "S256"),
            ("prompt", options?.Prompt),
            ("login_hint", options?.LoginHint),
            ("domain_hint", options?.DomainHint),
        ];
        var query = parameters.Where(pair => pair.Value is not null)
            .Select(pair => $"{pair.Name}={PathEncoding.EncodeSegment(pair.Value!)}");
        return new Uri($"{Place("authorize").AbsoluteUri}?{string.Join('&', query)}");
    }
}
