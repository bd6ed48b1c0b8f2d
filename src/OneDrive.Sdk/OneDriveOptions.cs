using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk;

/// <summary>
/// The options of a client. They are validated and copied when the client is created; later changes do not have an effect.
/// </summary>
public sealed class OneDriveOptions
{
    /// <summary>The cloud, which sets the sign-in and Microsoft Graph endpoints together.</summary>
    /// <value>Default: <see cref="OneDriveCloud.Global"/>.</value>
    public OneDriveCloud Cloud { get; set; } = OneDriveCloud.Global;

    /// <summary>
    /// The root of the legacy SharePoint endpoint to use instead of Microsoft Graph, such as
    /// <c>https://contoso-my.sharepoint.com/_api/v2.0</c>. Calls use its dialect, with tokens for its host.
    /// </summary>
    /// <value>Default: <see langword="null"/>, Microsoft Graph.</value>
    public Uri? ServiceEndpoint { get; set; }

    /// <summary>The drive that <see cref="DriveAddress.Default"/> refers to.</summary>
    /// <value>Default: <see langword="null"/>; using <see cref="DriveAddress.Default"/> then throws an exception.</value>
    public DriveAddress? DefaultDrive { get; set; }

    /// <summary>
    /// The application name in the User-Agent header, without control characters. Decorated traffic, such as
    /// <c>NONISV|Contoso|Backup/1.0</c>, is prioritized when the service throttles:
    /// <see href="https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online"/>.
    /// </summary>
    /// <value>Default: <see langword="null"/>, the name and version of the SDK.</value>
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
    /// Whether to block addresses returned by the service (uploads, downloads, copies) that resolve to this machine or a private network.
    /// Applies to connections that the SDK creates, not to a custom transport or a proxy.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool BlockPrivateNetworks { get; set; }

    /// <summary>The maximum number of concurrent requests of this client, 1 to 256. The service throttles clients above 16.</summary>
    /// <value>Default: 16.</value>
    public int MaxConcurrentRequests { get; set; } = 16;

    /// <summary>
    /// The budget of the application in resource units of the service per minute, for one tenant, 1 or more: requests are paced to stay
    /// below it. The cost of calls:
    /// <see href="https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online"/>.
    /// </summary>
    /// <value>Default: <see langword="null"/>, no budget; the client estimates the limits of the service.</value>
    public double? ResourceUnitsPerMinute { get; set; }

    /// <summary>The retry options.</summary>
    /// <value>Default: the defaults of <see cref="OneDriveRetryOptions"/>.</value>
    public OneDriveRetryOptions Retry { get; set; } = new();

    /// <summary>The transfer options.</summary>
    /// <value>Default: the defaults of <see cref="OneDriveTransferOptions"/>.</value>
    public OneDriveTransferOptions Transfers { get; set; } = new();

    /// <summary>
    /// The throttle gates that several clients share. Clients of one principal (cloud, tenant, application and, for delegated tokens, user)
    /// are throttled together; other principals are not affected.
    /// </summary>
    /// <value>Default: <see langword="null"/>: one per container in dependency injection, one per client without it.</value>
    public SharedThrottleGate? SharedThrottleGate { get; set; }

    /// <summary>The store of upload sessions, for uploads with a resume key.</summary>
    /// <value>Default: <see langword="null"/>, a store in memory.</value>
    public IUploadSessionStore? UploadSessionStore { get; set; }

    /// <summary>The logger factory.</summary>
    /// <value>Default: <see langword="null"/>, no logging; with dependency injection the factory of the container.</value>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The time provider.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
