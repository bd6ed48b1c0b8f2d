using System.Text.Json.Nodes;
using System.Threading.Channels;
using OneDrive.Sdk.Emulator.Endpoints;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Webhooks;

/// <summary>
/// Tells subscriptions that something changed in their drive or folder, and not what. Changes that come together are told once; what a
/// receiver does not take is offered a few times more.
/// </summary>
internal sealed class ChangeNotifier : IAsyncDisposable
{
    private const int Attempts = 3;

    private readonly Channel<(DriveState Drive, ItemNode Item)> _changes = Channel.CreateUnbounded<(DriveState, ItemNode)>(
        new UnboundedChannelOptions { SingleReader = true });

    private readonly CancellationTokenSource _stopping = new();
    private readonly EmulatorOptions _options;
    private Task _work = Task.CompletedTask;

    public ChangeNotifier(DirectoryState directory, SubscriptionTable subscriptions, EmulatorOptions options)
    {
        _options = options;
        Subscriptions = subscriptions;
        Sender = new WebhookSender(options.TimeProvider);

        // Under the lock of the drive, so that nothing may wait here.
        directory.Changed = (drive, item) => _changes.Writer.TryWrite((drive, item));
    }

    public SubscriptionTable Subscriptions { get; }

    public WebhookSender Sender { get; }

    public void Start() => _work = RunAsync(_stopping.Token);

    public Task RequireReauthorizationAsync(CancellationToken cancellationToken)
        => Task.WhenAll(Subscriptions.List().Select(subscription =>
        {
            Subscriptions.Set(subscription with { IsPaused = true });
            return TellAsync(subscription, "reauthorizationRequired", cancellationToken);
        }));

    public Task RemoveAllAsync(CancellationToken cancellationToken)
        => Task.WhenAll(Subscriptions.List().Select(subscription =>
        {
            Subscriptions.Remove(subscription.Id);
            return TellAsync(subscription, "subscriptionRemoved", cancellationToken);
        }));

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _work.ConfigureAwait(false);
        _stopping.Dispose();
        Sender.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _changes.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var touched = new HashSet<SubscriptionState>();
                while (_changes.Reader.TryRead(out var change))
                {
                    touched.UnionWith(Subscriptions.List().Where(subscription => Covers(subscription, change.Drive, change.Item)));
                }

                await Task.WhenAll(touched.Select(subscription => DeliverAsync(subscription, cancellationToken))).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The emulator goes down.
        }
    }

    private static bool Covers(SubscriptionState subscription, DriveState drive, ItemNode item)
    {
        if (subscription.IsPaused || !ReferenceEquals(subscription.Drive, drive))
        {
            return false;
        }

        lock (drive.Gate)
        {
            // What was deleted is in no folder any more; it is told to all who watch the drive.
            return item.Parent is null || drive.FindById(subscription.ItemId) is not { } watched || item.IsWithin(watched);
        }
    }

    private async Task DeliverAsync(SubscriptionState subscription, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var notification = Render(subscription, "changeType", subscription.ChangeType);
            if (await Sender.TryDeliverAsync(subscription.NotificationUrl, notification, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }

        await TellAsync(subscription, "missed", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells what happens to a subscription: https://learn.microsoft.com/graph/change-notifications-lifecycle-events.</summary>
    private async Task TellAsync(SubscriptionState subscription, string lifecycleEvent, CancellationToken cancellationToken)
    {
        if (subscription.LifecycleNotificationUrl is { } url)
        {
            var notification = Render(subscription, "lifecycleEvent", lifecycleEvent);
            await Sender.TryDeliverAsync(url, notification, cancellationToken).ConfigureAwait(false);
        }
    }

    private JsonObject Render(SubscriptionState subscription, string kind, string what)
    {
        var notification = new JsonObject
        {
            ["subscriptionId"] = subscription.Id,
            ["subscriptionExpirationDateTime"] = ItemRenderer.Date(subscription.Expires),
            ["resource"] = subscription.Resource,
            [kind] = what,
            ["tenantId"] = _options.TenantId,
        };
        if (subscription.ClientState is { } clientState)
        {
            notification["clientState"] = clientState;
        }

        return new JsonObject { ["value"] = new JsonArray(notification) };
    }
}
