using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Signs users in on devices without a browser: the application shows a code, and the user enters it on another machine (RFC 8628). Call
/// <c>BeginAsync</c>, show the code, call <c>CompleteAsync</c>, then use <see cref="UserSignInFlow.ForUser"/>. Create one instance and
/// share it; it is thread-safe. See <see href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code"/>.
/// </summary>
public sealed class DeviceCodeFlow : UserSignInFlow
{
    private readonly DeviceCodeClient _codes;
    private readonly UserTokenClient _tokens;

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
        : base(options, target => options.ToSettings(target), cloud, transport, loggerFactory, timeProvider)
    {
        var client = new TokenClient(Connection, credential: null, Logger);
        _codes = new DeviceCodeClient(Settings, client, options.Language, TimeProvider);
        _tokens = new UserTokenClient(Settings, client, new OpenIdProvider(Settings, Connection), TimeProvider);
        Users = CreateUsers(_tokens, tokenStore, options.ContinueWhenNotSaved);
    }

    private protected override UserTokenManager Users { get; }

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
        Users.ThrowIfDisposed(this);
        return _codes.BeginAsync(key, options ?? new BeginDeviceCodeOptions(), cancellationToken);
    }

    /// <summary>
    /// Waits until the user has entered the code and signed in, and saves the sign-in. The service is polled at the interval that it
    /// returned. Transient failures are retried until the code expires.
    /// </summary>
    /// <param name="prompt">The prompt that was shown to the user.</param>
    /// <param name="cancellationToken">Cancels the sign-in.</param>
    /// <returns>The signed-in user. Use <see cref="UserSignInFlow.ForUser"/> to access the files of the user.</returns>
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
        Users.ThrowIfDisposed(this);
        var granted = await _codes.WaitAsync(prompt, cancellationToken).ConfigureAwait(false);
        var account = await _tokens.IdentifyAsync(granted, nonce: null, cancellationToken).ConfigureAwait(false);
        return await Users.KeepAsync(
            prompt.Ticket.Key, Cloud.GraphEndpoint, granted, account, applicationData: null, cancellationToken).ConfigureAwait(false);
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
}
