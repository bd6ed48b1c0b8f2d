using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk;

/// <summary>The settings of one client. They are validated and copied when the client is made; later changes have no effect.</summary>
public sealed class OneDriveOptions
{
    /// <summary>The cloud, which sets the sign-in and Microsoft Graph endpoints together.</summary>
    /// <value>Default: <see cref="OneDriveCloud.Global"/>.</value>
    public OneDriveCloud Cloud { get; set; } = OneDriveCloud.Global;

    /// <summary>
    /// The root of SharePoint's own, older endpoint in place of Microsoft Graph, such as
    /// <c>https://contoso-my.sharepoint.com/_api/v2.0</c>: calls go there in its dialect, with tokens for its host.
    /// </summary>
    /// <value>Default: <see langword="null"/>, Microsoft Graph.</value>
    public Uri? ServiceEndpoint { get; set; }

    /// <summary>What <see cref="DriveAddress.Default"/> stands for.</summary>
    /// <value>Default: <see langword="null"/>, the default address is refused.</value>
    public DriveAddress? DefaultDrive { get; set; }

    /// <summary>
    /// The application's name for the User-Agent header, without control characters. Decorated traffic, such as
    /// <c>NONISV|Contoso|Backup/1.0</c>, is treated better under throttling:
    /// <see href="https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online"/>.
    /// </summary>
    /// <value>Default: <see langword="null"/>, the SDK's own name and version.</value>
    public string? ApplicationName { get; set; }

    /// <summary>Headers sent with every call to the service, never to pre-authenticated addresses.</summary>
    /// <value>Default: empty.</value>
    public IDictionary<string, string> DefaultHeaders { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>More default headers as text for configuration files: <c>H1:AAA||H2:BBB</c>.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? ExtraHeaders { get; set; }

    /// <summary>
    /// Whether queries on columns without an index are allowed (<c>Prefer: HonorNonIndexedQueriesWarningMayFailRandomly</c>).
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool AllowNonIndexedQueries { get; set; }

    /// <summary>
    /// Whether addresses that the service gives (uploads, downloads, copies) are refused when they lead to this machine or into a private
    /// network, whatever their names say. It holds for connections that the SDK makes itself, not for a transport of the caller's own nor
    /// through a proxy.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool BlockPrivateNetworks { get; set; }

    /// <summary>
    /// How many requests of this client are under way at once, 1 to 256. The service blocks clients that use more than 16.
    /// </summary>
    /// <value>Default: 16.</value>
    public int MaxConcurrentRequests { get; set; } = 16;

    /// <summary>
    /// A budget of the application in the service's resource units a minute, for one tenant, 1 or more: requests are spread so that they
    /// stay below it. What a call costs:
    /// <see href="https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online"/>.
    /// </summary>
    /// <value>Default: <see langword="null"/>, none; the client finds out what the service takes.</value>
    public double? ResourceUnitsPerMinute { get; set; }

    /// <summary>How calls are repeated.</summary>
    /// <value>Default: the defaults of <see cref="OneDriveRetryOptions"/>.</value>
    public OneDriveRetryOptions Retry { get; set; } = new();

    /// <summary>How files travel.</summary>
    /// <value>Default: the defaults of <see cref="OneDriveTransferOptions"/>.</value>
    public OneDriveTransferOptions Transfers { get; set; } = new();

    /// <summary>
    /// The gates that several clients share: clients of one principal (cloud, tenant, application and, for delegated tokens, user) wait
    /// together when the service asks for it, and those of others are not affected.
    /// </summary>
    /// <value>Default: <see langword="null"/>: one per container in dependency injection, one per client without it.</value>
    public SharedThrottleGate? SharedThrottleGate { get; set; }

    /// <summary>Where upload sessions are remembered, for uploads with a resume key.</summary>
    /// <value>Default: <see langword="null"/>, a store in memory.</value>
    public IUploadSessionStore? UploadSessionStore { get; set; }

    /// <summary>Where messages go.</summary>
    /// <value>Default: <see langword="null"/>, nowhere; in dependency injection the container's factory.</value>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
