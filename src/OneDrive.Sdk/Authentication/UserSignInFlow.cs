using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// The sign-ins of users: what <see cref="AuthorizationCodeFlow"/>, <see cref="DeviceCodeFlow"/> and <see cref="AadV1Flow"/> have in common
/// after a user has signed in.
/// </summary>
public abstract class UserSignInFlow : IDisposable
{
    private protected UserSignInFlow(
        ISignInOptions options,
        Func<OneDriveCloud, UserSettings> toSettings,
        OneDriveCloud? cloud,
        HttpMessageHandler? transport,
        ILoggerFactory? loggerFactory,
        TimeProvider? timeProvider)
    {
        ArgumentNullException.ThrowIfNull(options);
        cloud ??= OneDriveCloud.Global;
        SignInChecks.ThrowIfInvalid(options, cloud);
        Settings = toSettings(cloud);
        Logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger(GetType());
        Connection = new SignInConnection(transport, options.MaxRetryAfter, timeProvider);
    }

    /// <summary>The cloud of the tokens.</summary>
    public OneDriveCloud Cloud => Settings.Authority.Cloud;

    internal TimeProvider TimeProvider => Connection.TimeProvider;

    private protected UserSettings Settings { get; }

    private protected SignInConnection Connection { get; }

    private protected ILogger Logger { get; }

    private protected abstract UserTokenManager Users { get; }

    /// <summary>
    /// Gets the token provider of a user, for a client of that user. No request is sent before the first token is requested.
    /// </summary>
    /// <param name="key">The key of the user in the application.</param>
    public virtual IAccessTokenProvider ForUser(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return new UserTokenProvider(Users, Cloud, key);
    }

    /// <summary>Gets the sign-in of a key.</summary>
    /// <param name="key">The key of the user in the application.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see langword="null"/> when no user is signed in.</returns>
    /// <exception cref="TokenPersistenceException">The sign-in cannot be read.</exception>
    public Task<UserSignIn?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return Users.FindAsync(key, cancellationToken);
    }

    /// <summary>
    /// Gets the status of a sign-in: the account, when the user signed in, the expiration of the access token, and whether the sign-in was
    /// rejected. No request is sent.
    /// </summary>
    /// <param name="key">The key of the user in the application.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="TokenPersistenceException">The sign-in cannot be read.</exception>
    public Task<UserSignInStatus> GetStatusAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return Users.GetStatusAsync(key, cancellationToken);
    }

    /// <summary>
    /// Removes a sign-in and its tokens. The session at the sign-in service ends only when the browser opens the returned address.
    /// </summary>
    /// <param name="key">The key of the user in the application.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The address that ends the session of the user at the sign-in service.</returns>
    /// <exception cref="TokenPersistenceException">The sign-in could not be removed.</exception>
    public virtual async Task<Uri> SignOutAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        await Users.RemoveAsync(key, cancellationToken).ConfigureAwait(false);
        return Settings.Authority.SignOutEndpoint;
    }

    /// <summary>Clears the cached tokens, cancels waiting calls and closes the connections that the flow created.</summary>
    public void Dispose()
    {
        Users.Dispose();
        Connection.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected UserTokenManager CreateUsers(IUserTokenClient client, ITokenStore? store, bool continueWhenNotSaved)
    {
        var writer = new TokenStoreWriter(store ?? new InMemoryTokenStore(), continueWhenNotSaved, TimeProvider, Logger);
        return new UserTokenManager(Settings, client, writer, TimeProvider, Logger);
    }
}
