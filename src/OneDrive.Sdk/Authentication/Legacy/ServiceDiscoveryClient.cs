namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Finds the file service of a user with the v1 discovery service. The response determines where tokens are sent, so only hosts in
/// <see cref="ServiceDiscoveryOptions.AllowedHosts"/> are accepted.
/// </summary>
public sealed class ServiceDiscoveryClient : IDisposable
{
    private readonly SignInConnection? _ownConnection;
    private readonly DocumentReader _reader;
    private readonly Uri _endpoint;
    private readonly IReadOnlyList<string> _allowedHosts;

    /// <summary>Creates the client.</summary>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    /// <param name="transport">The connection, which the caller disposes; by default one that follows no redirects.</param>
    /// <param name="timeProvider">The time provider; <see cref="TimeProvider.System"/> by default.</param>
    /// <exception cref="ArgumentException">An option is missing or not valid; the message contains its name.</exception>
    public ServiceDiscoveryClient(
        ServiceDiscoveryOptions? options = null, HttpMessageHandler? transport = null, TimeProvider? timeProvider = null)
    {
        options ??= new ServiceDiscoveryOptions();
        SignInChecks.ThrowIfAny(options.Validate(), nameof(options));
        _ownConnection = new SignInConnection(transport, TimeSpan.FromMinutes(5), timeProvider);
        (_reader, _endpoint, _allowedHosts) = (ReaderOn(_ownConnection), options.Endpoint, [.. options.AllowedHosts]);
    }

    /// <summary>Creates the client on the connection of a flow, with validated options.</summary>
    internal ServiceDiscoveryClient(ServiceDiscoveryOptions options, SignInConnection connection) =>
        (_reader, _endpoint, _allowedHosts) = (ReaderOn(connection), options.Endpoint, [.. options.AllowedHosts]);

    /// <summary>Finds the file service of the user (capability <c>MyFiles</c>, version <c>v2.0</c>).</summary>
    /// <param name="token">A token for <see cref="ServiceDiscoveryOptions.ResourceId"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OneDriveAuthenticationException">
    /// The user does not have such a service, the service rejected the request, or its response is not trusted.
    /// </exception>
    /// <exception cref="OneDriveConnectionException">The service did not respond after retries.</exception>
    public async Task<DiscoveredService> FindFilesAsync(AccessToken token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        var list = await _reader.GetAsync(_endpoint, token, cancellationToken).ConfigureAwait(false);
        return ServiceDiscoveryResponse.Find(list, _allowedHosts) ?? throw NoFiles();
    }

    /// <summary>Closes the connections that the client created.</summary>
    public void Dispose() => _ownConnection?.Dispose();

    private static DocumentReader ReaderOn(SignInConnection connection) =>
        new(connection, "Microsoft retired the discovery service. Configure the host of the tenant instead.");

    private static OneDriveAuthenticationException NoFiles() =>
        new("The discovery response does not list a file service for the user (capability MyFiles, version v2.0).")
        {
            Hint = "Check that the account has OneDrive for Business.",
        };
}
