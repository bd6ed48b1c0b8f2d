using System.Collections.Concurrent;
using BackupPortal.Data;
using Microsoft.Extensions.Options;
using OneDrive.Sdk;
using OneDrive.Sdk.Authentication;

namespace BackupPortal.Destinations;

/// <summary>Makes clients for destinations. Sign-ins are shared; each client has a log of its own.</summary>
public sealed class DestinationClients(
    ServiceConnection service,
    ITokenStore tokenStore,
    IUploadSessionStore uploads,
    IAuthorizationSessionStore sessions,
    PublicAddress address,
    CertificateFiles certificates,
    IOptions<PortalSettings> settings,
    ILoggerFactory loggers,
    TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<int, DestinationConnection> _connections = new();
    private readonly SharedThrottleGate _gate = new();

    /// <summary>The sign-in of a destination; a new one after its settings changed.</summary>
    public DestinationConnection Connect(Destination destination)
    {
        var stamp = $"{destination.Version} {address.Base}";
        return _connections.AddOrUpdate(
            destination.Id,
            _ => Create(destination, stamp),
            (_, known) => known.Stamp == stamp ? known : Create(destination, stamp));
    }

    /// <summary>A client of a destination.</summary>
    public async Task<OneDriveClient> CreateAsync(
        Destination destination, string? key = null, ILoggerFactory? log = null, CancellationToken cancellationToken = default)
    {
        var (tokens, endpoint) = await Connect(destination)
            .GetTokensAsync(key ?? DestinationConnection.KeyOf(destination), cancellationToken);
        return new OneDriveClient(tokens, new OneDriveOptions
        {
            Cloud = service.Cloud,
            ServiceEndpoint = endpoint,
            DefaultDrive = DriveOf(destination),
            ApplicationName = "BackupPortal/1.0",
            ExtraHeaders = destination.ExtraHeaders,
            AllowNonIndexedQueries = destination.SearchesNonIndexed,
            UploadSessionStore = uploads,
            SharedThrottleGate = _gate,
            LoggerFactory = log ?? loggers,
            TimeProvider = time,
            Transfers = new OneDriveTransferOptions { MaxBytesPerSecond = settings.Value.MaxBytesPerSecond },
            Retry = new OneDriveRetryOptions
            {
                Mode = Enum.Parse<RetryMode>(destination.RetryMode),
                StatusCodeList = destination.Kind == DestinationKind.Certificate ? destination.RetryStatusCodes : null,
                MaxRetryAttempts = destination.RetryCount,
                UseExponentialBackoff = destination.RetryMultipliesWait,
            },
        });
    }

    /// <summary>Forgets the sign-in of a destination that is removed.</summary>
    public async Task ForgetAsync(Destination destination, CancellationToken cancellationToken)
    {
        await tokenStore.RemoveAsync(DestinationConnection.KeyOf(destination), cancellationToken);
        if (_connections.TryRemove(destination.Id, out var connection))
            connection.Dispose();
    }

    /// <summary>The folder that holds the backups.</summary>
    public static ItemAddress FolderOf(Destination destination) =>
        destination.FolderPath.Trim('/') is { Length: > 0 } path ? DriveAddress.Default.Path(path) : DriveAddress.Default.Root;

    public void Dispose()
    {
        foreach (var connection in _connections.Values)
            connection.Dispose();
    }

    private static DriveAddress DriveOf(Destination destination) => destination switch
    {
        { DriveId: { Length: > 0 } drive } => DriveAddress.ById(drive),
        { GroupOrUserId: { Length: > 0 } owner } => DriveAddress.Parse(owner),
        _ => DriveAddress.Me,
    };

    private DestinationConnection Create(Destination destination, string stamp) => destination.Kind switch
    {
        DestinationKind.Certificate => DestinationConnection.Of(
            new ClientCertificateTokenProvider(certificates.OptionsOf(destination), service.Cloud, loggerFactory: loggers,
                timeProvider: time),
            stamp),
        DestinationKind.BusinessV1 => DestinationConnection.Of(
            new AadV1Flow(LegacyOptions(destination), tokenStore, sessions, service.Cloud, loggerFactory: loggers, timeProvider: time),
            stamp),
        _ => DestinationConnection.Of(
            new AuthorizationCodeFlow(UserOptions(destination), tokenStore, sessions, service.Cloud, loggerFactory: loggers,
                timeProvider: time),
            stamp),
    };

    private AuthorizationCodeOptions UserOptions(Destination destination)
    {
        var options = new AuthorizationCodeOptions
        {
            ClientId = destination.ClientId,
            ClientSecret = destination.ClientSecret,
            ClientSecretExpiresOn = destination.SecretExpires,
            RedirectUri = address.Of(CallbackPaths.OneDrive),
        };
        if (destination.Kind == DestinationKind.OpenId)
        {
            options.Issuer = destination.Issuer;
            options.RedirectUri = address.Of(CallbackPaths.OpenId);
            options.Scopes = ["openid", "profile", "offline_access"];
            options.AdditionalScopes = (destination.AdditionalScopes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }

        return options;
    }

    private AadV1Options LegacyOptions(Destination destination)
    {
        var options = new AadV1Options
        {
            ClientId = destination.ClientId,
            ClientSecret = destination.ClientSecret,
            RedirectUri = address.Of(CallbackPaths.OneDrive),
        };
        if (destination is { ServiceResourceId: { Length: > 0 } resource, ServiceEndpointUri: { Length: > 0 } endpoint })
            options.Service = new DiscoveredService(resource, new Uri(endpoint));
        else if (service.Emulator is { } emulator)
        {
            options.Discovery.Endpoint = new Uri(emulator.Endpoint, "discovery/v2.0/me/services");
            options.Discovery.ResourceId = new Uri(emulator.Endpoint, "discovery/").AbsoluteUri;
            options.Discovery.AllowedHosts = [emulator.SharePointEndpoint.Host];
        }

        return options;
    }
}
