namespace OneDrive.Sdk.Models;

/// <summary>A subscription to change notifications.</summary>
[JsonModel]
public sealed partial class Subscription : Entity
{
    /// <summary>The application that created the subscription.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>The kinds of changes, separated by commas; for drives it is <c>updated</c>.</summary>
    public string? ChangeType { get; init; }

    /// <summary>The client state that each notification contains, to authenticate its sender; the service may omit it.</summary>
    public string? ClientState { get; init; }

    /// <summary>The user or application that created the subscription.</summary>
    public string? CreatorId { get; init; }

    /// <summary>The certificate for notifications with content, in base64.</summary>
    public string? EncryptionCertificate { get; init; }

    /// <summary>The name of the certificate.</summary>
    public string? EncryptionCertificateId { get; init; }

    /// <summary>When the subscription expires.</summary>
    public DateTimeOffset? ExpirationDateTime { get; init; }

    /// <summary>Whether notifications contain the changed resource; not supported for drives.</summary>
    public bool? IncludeResourceData { get; init; }

    /// <summary>The latest version of TLS that the receiver supports.</summary>
    public string? LatestSupportedTlsVersion { get; init; }

    /// <summary>The address of lifecycle notifications: expiration and missed notifications.</summary>
    public string? LifecycleNotificationUrl { get; init; }

    /// <summary>The content type of notifications.</summary>
    public string? NotificationContentType { get; init; }

    /// <summary>Query parameters that the service adds to the notification address.</summary>
    public string? NotificationQueryOptions { get; init; }

    /// <summary>
    /// The notification address; for a socket.io channel the address to connect to, which grants access and must not be logged.
    /// </summary>
    public string? NotificationUrl { get; init; }

    /// <summary>The application that the receiver uses to validate notifications.</summary>
    public string? NotificationUrlAppId { get; init; }

    /// <summary>The subscribed resource, such as <c>me/drive/root</c>.</summary>
    public string? Resource { get; init; }
}
