using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OneDrive.Sdk.Authentication;

/// <summary>Signs an application in as itself (OAuth 2.0 client credentials) and caches the tokens.</summary>
public abstract class ClientCredentialTokenProvider : IAccessTokenProvider, IExpiringCredential, ICloudBound, IDisposable
{
    private readonly SignInConnection _connection;
    private readonly IClientCredential _credential;
    private readonly TokenCache _cache;

    private protected ClientCredentialTokenProvider(
        ClientCredentialOptions options,
        Func<TimeProvider, ILogger, IClientCredential> createCredential,
        OneDriveCloud? cloud,
        HttpMessageHandler? transport,
        ILoggerFactory? loggerFactory,
        TimeProvider? timeProvider)
    {
        ArgumentNullException.ThrowIfNull(options);
        cloud ??= OneDriveCloud.Global;
        SignInChecks.ThrowIfInvalid(options, cloud);
        var logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger(GetType());
        var authority = ((ISignInOptions)options).FindAuthority(cloud, out _)!;
        Cloud = authority.Cloud;
        PrincipalKey = $"application {authority.Issuer} {options.ClientId}";
        _connection = new SignInConnection(transport, options.MaxRetryAfter, timeProvider);
        _credential = createCredential(_connection.TimeProvider, logger);
        var grant = new ClientCredentialsGrant(new TokenClient(_connection, _credential, logger), options.ClientId!, authority);
        _cache = new TokenCache(grant, isApplicationOnly: true, _connection.TimeProvider, logger);
    }

    /// <summary>Always <see langword="true"/>: the tokens represent an application without a user.</summary>
    public bool IsApplicationOnly => true;

    /// <inheritdoc/>
    public string PrincipalKey { get; }

    /// <summary>The cloud of the tokens, derived from the token URL if one is set.</summary>
    public OneDriveCloud Cloud { get; }

    /// <inheritdoc/>
    /// <exception cref="OneDriveAuthenticationException">
    /// The certificate cannot be read, is expired or cannot be used, or the token endpoint rejected the request; see the hint.
    /// </exception>
    /// <exception cref="ThrottledException">
    /// The token endpoint returned a <c>Retry-After</c> longer than <see cref="ClientCredentialOptions.MaxRetryAfter"/>.
    /// </exception>
    public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) =>
        _cache.GetTokenAsync(request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<CredentialExpiry?> GetCredentialExpiryAsync(CancellationToken cancellationToken = default) =>
        _credential.GetExpiryAsync(cancellationToken);

    /// <summary>Clears the cached tokens, cancels waiting calls and closes the connections that the provider created.</summary>
    public void Dispose()
    {
        _cache.Dispose();
        _connection.Dispose();
        GC.SuppressFinalize(this);
    }
}
