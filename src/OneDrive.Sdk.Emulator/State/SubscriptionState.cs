using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>An order to tell a web address of changes.</summary>
internal sealed record SubscriptionState
{
    public required string Id { get; init; }

    public required DriveState Drive { get; init; }

    public required string ItemId { get; init; }

    public required string Resource { get; init; }

    public required string ChangeType { get; init; }

    public required Uri NotificationUrl { get; init; }

    public Uri? LifecycleNotificationUrl { get; init; }

    public string? ClientState { get; init; }

    public required string ApplicationId { get; init; }

    public required string CreatorId { get; init; }

    public required DateTimeOffset Expires { get; init; }

    /// <summary>Whether changes are not told until a user authorizes the subscription again.</summary>
    public bool IsPaused { get; init; }

    public SubscriptionRecord ToRecord() => new()
    {
        Id = Id,
        DriveId = Drive.Id,
        ItemId = ItemId,
        Resource = Resource,
        ChangeType = ChangeType,
        NotificationUrl = NotificationUrl,
        LifecycleNotificationUrl = LifecycleNotificationUrl,
        ClientState = ClientState,
        ApplicationId = ApplicationId,
        CreatorId = CreatorId,
        Expires = Expires,
        IsPaused = IsPaused,
    };

    public static SubscriptionState Restore(SubscriptionRecord record, DriveState drive) => new()
    {
        Id = record.Id,
        Drive = drive,
        ItemId = record.ItemId,
        Resource = record.Resource,
        ChangeType = record.ChangeType,
        NotificationUrl = record.NotificationUrl,
        LifecycleNotificationUrl = record.LifecycleNotificationUrl,
        ClientState = record.ClientState,
        ApplicationId = record.ApplicationId,
        CreatorId = record.CreatorId,
        Expires = record.Expires,
        IsPaused = record.IsPaused,
    };
}
