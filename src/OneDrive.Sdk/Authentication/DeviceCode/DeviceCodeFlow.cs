using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OneDrive.Sdk.Authentication.OpenId;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Signs people in where there is no browser: a code is shown, which the person types on another machine (RFC 8628). Begin, show, complete,
/// then work with <see cref="ForUser"/>. Make one and share it; it is thread-safe. See
/// <see href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code"/>.
/// </summary>
public sealed class DeviceCodeFlow : IDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly UserSettings _settings;
    private readonly OpenIdProvider _openId;
    private readonly DeviceCodeEndpoint _codes;
    private readonly UserTokenEndpoint _endpoint;
    private readonly UserSignIns _users;

    /// <summary>Creates the flow. Nothing is sent before somebody signs in.</summary>
    /// <param name="options">Tenant, application and scopes; copied.</param>
    /// <param name="tokenStore">
    /// Where sign-ins are kept; in memory by default. An <see cref="AuthorizationCodeFlow"/> of the same application and tenant may share
    /// it, and its sign-ins.
    /// </param>
    /// <param name="cloud">The cloud; <see cref="OneDriveCloud.Global"/> by default.</param>
    /// <param name="transport">
    /// The connection to the sign-in service, which stays the caller's to dispose; by default one that follows no redirects.
    /// </param>
    /// <param name="loggerFactory">Where messages go; nowhere by default.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="ArgumentException">An option is missing or wrong; the message names it.</exception>
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
        ClientCredentialRules.Require(DeviceCodeRules.Validate(options, cloud), nameof(options));

        var logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger<DeviceCodeFlow>();
        _settings = DeviceCodeRules.SettingsFrom(options, cloud);
        _http = new HttpMessageInvoker(transport ?? TokenTransport.Create(), disposeHandler: transport is null);
        var rules = TokenTransport.CreateRules(options.MaxRetryAfter);
        var endpoint = new TokenEndpoint(_http, rules, timeProvider, logger);
        _openId = new OpenIdProvider(_settings, new MetadataReader(_http, rules, timeProvider), timeProvider);
        _codes = new DeviceCodeEndpoint(_settings, endpoint, options.Language, timeProvider);
        _endpoint = new UserTokenEndpoint(_settings, endpoint, credential: null, _openId, timeProvider);
        var keeper = new SignInKeeper(tokenStore ?? new InMemoryTokenStore(), options.ContinueWhenNotSaved, timeProvider, logger);
        _users = new UserSignIns(_settings.StoreKey, _endpoint, keeper, timeProvider, logger);
    }

    /// <summary>The cloud that the tokens are for.</summary>
    public OneDriveCloud Cloud => _settings.Authority.Cloud;

    /// <summary>Begins a sign-in: the code that comes back is to be shown to the person.</summary>
    /// <param name="key">The key of the person in the application.</param>
    /// <param name="options">What this sign-in asks for differently.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OneDriveAuthenticationException">The sign-in service refused.</exception>
    /// <exception cref="OneDriveConnectionException">The sign-in service did not answer after retries.</exception>
    public Task<DeviceCodePrompt> BeginAsync(
        string key, BeginDeviceCodeOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        _users.ThrowIfDisposed(this);
        return _codes.BeginAsync(key, options ?? new BeginDeviceCodeOptions(), cancellationToken);
    }

    /// <summary>
    /// Waits until the person has typed the code and signed in, and keeps the sign-in. The service is asked as often as it allows, and
    /// failures that pass are waited out as long as the code is good.
    /// </summary>
    /// <param name="prompt">What was shown to the person.</param>
    /// <param name="cancellationToken">Gives the sign-in up.</param>
    /// <returns>Who signed in; the person's files are reached through <see cref="ForUser"/>.</returns>
    /// <exception cref="OneDriveAuthenticationException">
    /// The person declined, the code is over (<c>expired_token</c>), or the sign-in service refused.
    /// </exception>
    /// <exception cref="ThrottledException">The sign-in service asked for a pause that is longer than the code is good.</exception>
    /// <exception cref="TokenPersistenceException">The sign-in succeeded, but could not be kept.</exception>
    public async Task<UserSignIn> CompleteAsync(DeviceCodePrompt prompt, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        _users.ThrowIfDisposed(this);
        var granted = await _codes.WaitAsync(prompt, cancellationToken).ConfigureAwait(false);
        var account = await _endpoint.IdentifyAsync(granted, nonce: null, cancellationToken).ConfigureAwait(false);
        return await _users.KeepAsync(prompt.Ticket.Key, Cloud.GraphEndpoint, granted, account, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins a sign-in, shows the code, and waits for the person.</summary>
    /// <param name="key">The key of the person in the application.</param>
    /// <param name="show">Shows the code to the person, and comes back without waiting.</param>
    /// <param name="cancellationToken">Gives the sign-in up.</param>
    /// <returns>Who signed in.</returns>
    /// <exception cref="OneDriveAuthenticationException">The person declined, the code is over, or the sign-in service refused.</exception>
    /// <exception cref="TokenPersistenceException">The sign-in succeeded, but could not be kept.</exception>
    public async Task<UserSignIn> SignInAsync(
        string key, Func<DeviceCodePrompt, CancellationToken, ValueTask> show, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(show);
        var prompt = await BeginAsync(key, cancellationToken: cancellationToken).ConfigureAwait(false);
        await show(prompt, cancellationToken).ConfigureAwait(false);
        return await CompleteAsync(prompt, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Forgets a sign-in and its tokens. The sign-in service knows nothing of it until a browser opens the address.</summary>
    /// <param name="key">The key of the person in the application.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The address at which a browser ends the person's session with the sign-in service.</returns>
    /// <exception cref="TokenPersistenceException">The sign-in could not be removed.</exception>
    public async Task<Uri> SignOutAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        await _users.RemoveAsync(key, cancellationToken).ConfigureAwait(false);
        return _settings.Authority.SignOutEndpoint;
    }

    /// <summary>Drops the tokens in memory, ends waiting calls and closes the connection if the flow made it.</summary>
    public void Dispose()
    {
        _users.Dispose();
        _openId.Dispose();
        _http.Dispose();
    }
}
