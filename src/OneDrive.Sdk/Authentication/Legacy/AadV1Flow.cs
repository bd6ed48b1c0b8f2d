using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Signs users in to OneDrive for Business with Azure AD v1 (a resource instead of scopes, and a discovery service), for applications that
/// still depend on it. Call <c>BeginAsync</c>, <c>CompleteAsync</c> and <see cref="FindServiceAsync"/>. Create one instance
/// and share it; it is thread-safe.
/// </summary>
public sealed class AadV1Flow : UserSignInFlow
{
    private readonly AadV1TokenClient _tokens;
    private readonly PendingSignIns _pending;
    private readonly ServiceDiscoveryClient? _discovery;
    private readonly Uri _discoveryResource;
    private readonly DiscoveredService? _service;
    private readonly string _redirectUri;
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
        : base(options, target => options.ToSettings(target), cloud, transport, loggerFactory, timeProvider)
    {
        _redirectUri = options.RedirectUri!.OriginalString;
        _service = options.Service;
        _discoveryResource = new Uri(options.Discovery.ResourceId);
        _discovery = _service is null ? new ServiceDiscoveryClient(options.Discovery, Connection) : null;
        var client = new TokenClient(Connection, ClientCredentials.From(options, TimeProvider, Logger), Logger);
        _tokens = new AadV1TokenClient(Settings, _redirectUri, client, TimeProvider);
        _pending = new PendingSignIns(sessionStore, Settings, options.SessionLifetime, TimeProvider);
        Users = CreateUsers(_tokens, tokenStore, options.ContinueWhenNotSaved);
    }

    private protected override UserTokenManager Users { get; }

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
        Users.ThrowIfDisposed(this);
        options ??= new BeginAuthorizationOptions();
        var session = await _pending.StartAsync(key, _redirectUri, scopes: [], options, cancellationToken).ConfigureAwait(false);
        return _pending.Open(Settings.Authority.AuthorizeEndpoint, session, options, ("resource", FirstResource.OriginalString));
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
        Users.ThrowIfDisposed(this);
        var session = await _pending.CompleteAsync(key, callback, cancellationToken).ConfigureAwait(false);
        var granted = await _tokens.RedeemAsync(session, callback.Code!, FirstResource.OriginalString, cancellationToken)
            .ConfigureAwait(false);
        _services.TryRemove(key, out _);
        return await Users.KeepAsync(key, FirstResource, granted, account: null, session.ApplicationData, cancellationToken)
            .ConfigureAwait(false);
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

        var token = await Users.GetTokenAsync(key, new AccessTokenRequest { Resource = _discoveryResource }, cancellationToken)
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
        return new AadV1UserTokens(Users, key, _ => Task.FromResult(service));
    }

    /// <summary>
    /// Gets the token provider of a user for the file service of the user, which is found when the first token is requested. Set
    /// <see cref="OneDriveOptions.ServiceEndpoint"/> of the client to the root of this service.
    /// </summary>
    /// <param name="key">The key of the user in the application.</param>
    public override IAccessTokenProvider ForUser(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return new AadV1UserTokens(Users, key, token => FindServiceAsync(key, token));
    }

    /// <inheritdoc/>
    public override async Task<Uri> SignOutAsync(string key, CancellationToken cancellationToken = default)
    {
        var address = await base.SignOutAsync(key, cancellationToken).ConfigureAwait(false);
        _services.TryRemove(key, out _);
        return address;
    }

    /// <summary>The resource of the first token; it must be the same in both steps.</summary>
    private Uri FirstResource => _service?.Resource ?? _discoveryResource;
}
