using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Signs users in on devices without a browser: the application shows a code, and the user enters it on another machine (RFC 8628). Call
/// <c>BeginAsync</c>, show the code, call <c>CompleteAsync</c>, then use <see cref="ForUser"/>. Create one instance and share
/// it; it is thread-safe. See <see href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code"/>.
/// </summary>
public sealed class DeviceCodeFlow : IDisposable
{
    private readonly SignInConnection _connection;
    private readonly UserSettings _settings;
    private readonly OpenIdProvider _openId;
    private readonly DeviceCodeClient _codes;
    private readonly UserTokenClient _endpoint;
    private readonly UserTokenManager _users;

    /// <summary>Creates the flow. No request is sent before a user signs in.</summary>
    /// <param name="options">Tenant, application and scopes; they are copied.</param>
    /// <param name="tokenStore">
    /// The store of the sign-ins; in memory by default. It can be shared with an <see cref="AuthorizationCodeFlow"/> of the same
    /// application and tenant, including its sign-ins.
    /// </param>
    /// <param name="cloud">The cloud; <see cref="OneDriveCloud.Global"/> by default.</param>
    /// <param name="transport">
    /// The handler for requests to the sign-in service, which the caller disposes; by default a handler that does not follow redirects.
    /// </param>
    /// <param name="loggerFactory">The logger factory; no logging by default.</param>
    /// <param name="timeProvider">The time provider; <see cref="TimeProvider.System"/> by default.</param>
    /// <exception cref="ArgumentException">An option is missing or not valid; the message contains its name.</exception>
    public DeviceCodeFlow(
        DeviceCodeOptions options,
        ITokenStore? tokenStore = null,
        OneDriveCloud? cloud = null,
        HttpMessageHandler? transport = null,
        ILoggerFactory? loggerFactory = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        cloud ??= OneDriveCloud.Global;
        timeProvider ??= TimeProvider.System;
        SignInChecks.ThrowIfInvalid(options, cloud);

        var logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger<DeviceCodeFlow>();
        _settings = options.ToSettings(cloud);
        _connection = new SignInConnection(transport, options.MaxRetryAfter, timeProvider);
        var client = new TokenClient(_connection, credential: null, logger);
        _openId = new OpenIdProvider(_settings, _connection);
        _codes = new DeviceCodeClient(_settings, client, options.Language, timeProvider);
        _endpoint = new UserTokenClient(_settings, client, _openId, timeProvider);
        var keeper = new TokenStoreWriter(tokenStore ?? new InMemoryTokenStore(), options.ContinueWhenNotSaved, timeProvider, logger);
        _users = new UserTokenManager(_settings.StoreKey, _endpoint, keeper, timeProvider, logger);
    }

    /// <summary>The cloud of the tokens.</summary>
    public OneDriveCloud Cloud => _settings.Authority.Cloud;

    /// <summary>Starts a sign-in. Show the returned code to the user.</summary>
    /// <param name="key">The key of the user in the application.</param>
    /// <param name="options">Options of this sign-in.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OneDriveAuthenticationException">The sign-in service rejected the request.</exception>
    /// <exception cref="OneDriveConnectionException">The sign-in service did not answer after retries.</exception>
    public Task<DeviceCodePrompt> BeginAsync(
        string key, BeginDeviceCodeOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        _users.ThrowIfDisposed(this);
        return _codes.BeginAsync(key, options ?? new BeginDeviceCodeOptions(), cancellationToken);
    }

    /// <summary>
    /// Waits until the user has entered the code and signed in, and saves the sign-in. The service is polled at the interval that it
    /// returned. Transient failures are retried until the code expires.
    /// </summary>
    /// <param name="prompt">The prompt that was shown to the user.</param>
    /// <param name="cancellationToken">Cancels the sign-in.</param>
    /// <returns>The signed-in user. Use <see cref="ForUser"/> to access the files of the user.</returns>
    /// <exception cref="OneDriveAuthenticationException">
    /// The user declined, the code expired (<c>expired_token</c>), or the sign-in service rejected the request.
    /// </exception>
    /// <exception cref="ThrottledException">
    /// The sign-in service returned a <c>Retry-After</c> that is longer than the remaining lifetime of the code.
    /// </exception>
    /// <exception cref="TokenPersistenceException">The sign-in succeeded, but could not be saved.</exception>
    public async Task<UserSignIn> CompleteAsync(DeviceCodePrompt prompt, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        _users.ThrowIfDisposed(this);
        var granted = await _codes.WaitAsync(prompt, cancellationToken).ConfigureAwait(false);
        var account = await _endpoint.IdentifyAsync(granted, nonce: null, cancellationToken).ConfigureAwait(false);
        return await _users.KeepAsync(prompt.Ticket.Key, Cloud.GraphEndpoint, granted, account, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Starts a sign-in, shows the code, and waits for the user.</summary>
    /// <param name="key">The key of the user in the application.</param>
    /// <param name="show">Shows the code to the user and returns without waiting.</param>
    /// <param name="cancellationToken">Cancels the sign-in.</param>
    /// <returns>The account of the user.</returns>
    /// <exception cref="OneDriveAuthenticationException">
    /// The user declined, the code expired, or the sign-in service rejected the request.
    /// </exception>
    /// <exception cref="TokenPersistenceException">The sign-in succeeded, but could not be saved.</exception>
    public async Task<UserSignIn> SignInAsync(
        string key, Func<DeviceCodePrompt, CancellationToken, ValueTask> show, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(show);
        var prompt = await BeginAsync(key, cancellationToken: cancellationToken).ConfigureAwait(false);
        await show(prompt, cancellationToken).ConfigureAwait(false);
        return await CompleteAsync(prompt, cancellationToken).ConfigureAwait(false);
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
    /// Removes a sign-in and its tokens. The session at the sign-in service ends only when a browser opens the returned address.
    /// </summary>
    /// <param name="key">The key of the user in the application.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The address at which a browser ends the user's session with the sign-in service.</returns>
    /// <exception cref="TokenPersistenceException">The sign-in could not be removed.</exception>
    public async Task<Uri> SignOutAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        await _users.RemoveAsync(key, cancellationToken).ConfigureAwait(false);
        return _settings.Authority.SignOutEndpoint;
    }

    /// <summary>Clears the cached tokens, cancels waiting calls and closes the connections that the flow created.</summary>
    public void Dispose()
    {
        _users.Dispose();
        _openId.Dispose();
        _connection.Dispose();
    }
}
