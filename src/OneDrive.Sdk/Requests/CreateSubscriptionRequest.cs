namespace OneDrive.Sdk.Requests;

/// <summary>The body that creates a subscription; what is null is not sent.</summary>
[JsonRequest]
internal sealed partial class CreateSubscriptionRequest
{
    public required string ChangeType { get; init; }

    public required string NotificationUrl { get; init; }

    public string? LifecycleNotificationUrl { get; init; }

    public required string Resource { get; init; }

    public required DateTimeOffset? ExpirationDateTime { get; init; }

    public string? ClientState { get; init; }

    public string? LatestSupportedTlsVersion { get; init; }
}
