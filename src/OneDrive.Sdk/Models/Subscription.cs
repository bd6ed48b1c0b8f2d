namespace OneDrive.Sdk.Models;

/// <summary>An order to tell a web address when something changes.</summary>
[JsonModel]
public sealed partial class Subscription : Entity
{
    /// <summary>The application that gave the order.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>The kinds of changes, separated by commas; for drives it is <c>updated</c>.</summary>
    public string? ChangeType { get; init; }

    /// <summary>What each notification repeats, so that its receiver knows where it is from; the service may leave it out.</summary>
    public string? ClientState { get; init; }

    /// <summary>The user or application that gave the order.</summary>
    public string? CreatorId { get; init; }

    /// <summary>The certificate for notifications with content, in base64.</summary>
    public string? EncryptionCertificate { get; init; }

    /// <summary>The name of the certificate.</summary>
    public string? EncryptionCertificateId { get; init; }

    /// <summary>When the order ends.</summary>
    public DateTimeOffset? ExpirationDateTime { get; init; }

    /// <summary>Whether notifications hold the changed thing; those of drives do not.</summary>
    public bool? IncludeResourceData { get; init; }

    /// <summary>The newest version of TLS that the receiver knows.</summary>
    public string? LatestSupportedTlsVersion { get; init; }

    /// <summary>Where the service tells of the order itself: that it ends, or that notifications were missed.</summary>
    public string? LifecycleNotificationUrl { get; init; }

    /// <summary>The content type of notifications.</summary>
    public string? NotificationContentType { get; init; }

    /// <summary>What the service adds to the query of the receiver's address.</summary>
    public string? NotificationQueryOptions { get; init; }

    /// <summary>Where notifications go; of a socket, the address to connect to, which grants access and must not be logged.</summary>
    public string? NotificationUrl { get; init; }

    /// <summary>The application by which the receiver validates notifications.</summary>
    public string? NotificationUrlAppId { get; init; }

    /// <summary>What is watched, such as <c>me/drive/root</c>.</summary>
    public string? Resource { get; init; }
}
