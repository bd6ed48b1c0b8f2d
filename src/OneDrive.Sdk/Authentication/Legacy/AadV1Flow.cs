using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OneDrive.Sdk.Addresses;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Signs people in to OneDrive for Business the way of the first version (Azure AD v1 with a resource, and a service that tells where the
/// files are), for applications that must stay with it: begin, complete, find the service, work. Make one and share it; it is thread-safe.
/// </summary>
public sealed class AadV1Flow : IDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly UserSettings _settings;
    private readonly AadV1Endpoint _endpoint;
    private readonly UserSignIns _users;
    private readonly ServiceDiscoveryClient? _discovery;
    private readonly Uri _discoveryResource;
    private readonly DiscoveredService? _service;
    private readonly string _redirectUri;
    private readonly TimeSpan _sessionLifetime;
    private readonly IAuthorizationSessionStore _sessions;
    private readonly TimeProvider _timeProvider;
    private readonly ConcurrentDictionary<string, DiscoveredService> _services = new(StringComparer.Ordinal);

    /// <summary>Creates the flow. Nothing is sent before somebody signs in.</summary>
    /// <param name="options">Tenant and application; copied.</param>
    /// <param name="tokenStore">Where sign-ins are kept; in memory by default.</param>
    /// <param name="sessionStore">Where sign-ins that are under way are kept; in memory by default.</param>
    /// <param name="cloud">The cloud; <see cref="OneDriveCloud.Global"/> by default.</param>
    /// <param name="transport">
    /// The connection to the sign-in service and to discovery, which stays the caller's to dispose; by default one that follows no
    /// redirects.
    /// </param>
    /// <param name="loggerFactory">Where messages go; nowhere by default.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="ArgumentException">An option is missing or wrong; the message names it.</exception>
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
        ClientCredentialRules.Require(AadV1Rules.Validate(options, cloud), nameof(options));

        _timeProvider = timeProvider ?? TimeProvider.System;
        var logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger<AadV1Flow>();
        _settings = AadV1Rules.SettingsFrom(options, cloud);
        _redirectUri = options.RedirectUri!.OriginalString;
        _sessionLifetime = options.SessionLifetime;
        _service = options.Service;
        _discoveryResource = new Uri(options.Discovery.ResourceId);
        _discovery = _service is null ? new ServiceDiscoveryClient(options.Discovery, transport, _timeProvider) : null;
        _sessions = sessionStore ?? new InMemoryAuthorizationSessionStore(_timeProvider);
        _http = new HttpMessageInvoker(transport ?? TokenTransport.Create(), disposeHandler: transport is null);
        _endpoint = new AadV1Endpoint(
            _settings,
            _redirectUri,
            new TokenEndpoint(_http, TokenTransport.CreateRules(options.MaxRetryAfter), _timeProvider, logger),
            UserCredentials.From(options, logger),
            _timeProvider);
        var keeper = new SignInKeeper(tokenStore ?? new InMemoryTokenStore(), options.ContinueWhenNotSaved, _timeProvider, logger);
        _users = new UserSignIns(StoreKey, _endpoint, keeper, _timeProvider, logger);
    }

    /// <summary>Begins a sign-in: the browser is to be sent to the address that comes back.</summary>
    /// <param name="key">
    /// The key of the person in the application, or of the browser's session where the person is not known yet. Who completes the sign-in
    /// must have the same key.
    /// </param>
    /// <param name="options">What this sign-in asks for differently; scopes and claims mean nothing here.</param>
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

    /// <summary>Completes a sign-in with what the browser brought back, in its query or its fragment, and keeps it.</summary>
    /// <param name="key">The key with which the sign-in began.</param>
    /// <param name="callback">What the browser brought back.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The sign-in; who it is of is not known, since identity tokens of the first version are not signed.</returns>
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
        CallbackRules.Require(callback, session, _settings);
        var granted = await _endpoint.RedeemAsync(session, callback.Code!, FirstResource.OriginalString, cancellationToken)
            .ConfigureAwait(false);
        _services.TryRemove(key, out _);
        return await _users.KeepAsync(key, FirstResource, granted, account: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds where a person's files are. Each person is asked about once in the life of the flow.</summary>
    /// <param name="key">The key of the person in the application.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OneDriveAuthenticationException">
    /// Nobody is signed in, the person has no such files, or what was named is not trusted with a token.
    /// </exception>
    /// <exception cref="OneDriveConnectionException">The service did not answer after retries.</exception>
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

    /// <summary>The tokens of a person for a service, for a client with its <see cref="OneDriveOptions.ServiceEndpoint"/>.</summary>
    /// <param name="key">The key of the person in the application.</param>
    /// <param name="service">The service, as <see cref="FindServiceAsync"/> found it.</param>
    public IAccessTokenProvider ForUser(string key, DiscoveredService service)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(service);
        return new AadV1UserTokens(_users, key, service);
    }

    /// <summary>Tells whether somebody is signed in under a key.</summary>
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
        _services.TryRemove(key, out _);
        return Place("logout");
    }

    /// <summary>Drops the tokens in memory, ends waiting calls and closes the connections if the flow made them.</summary>
    public void Dispose()
    {
        _users.Dispose();
        _discovery?.Dispose();
        _http.Dispose();
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
