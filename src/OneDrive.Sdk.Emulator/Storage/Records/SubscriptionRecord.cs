namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>An order to tell a web address of changes.</summary>
internal sealed class SubscriptionRecord
{
    public required string Id { get; init; }

    public required string DriveId { get; init; }

    public required string ItemId { get; init; }

    public required string Resource { get; init; }

    public required string ChangeType { get; init; }

    public required Uri NotificationUrl { get; init; }

    public Uri? LifecycleNotificationUrl { get; init; }

    public string? ClientState { get; init; }

    public required string ApplicationId { get; init; }

    public required string CreatorId { get; init; }

    public DateTimeOffset Expires { get; init; }

    public bool IsPaused { get; init; }
}
