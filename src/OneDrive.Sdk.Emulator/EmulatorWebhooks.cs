using OneDrive.Sdk.Emulator.Webhooks;

namespace OneDrive.Sdk.Emulator;

/// <summary>
/// Lifecycle events of subscriptions, which are sent to their address for lifecycle notifications, if they have one. A notification that a
/// receiver does not accept is reported there as missed.
/// </summary>
public sealed class EmulatorWebhooks
{
    private readonly ChangeNotifier _notifier;

    internal EmulatorWebhooks(ChangeNotifier notifier) => _notifier = notifier;

    /// <summary>
    /// Requires reauthorization of every subscription, as the service does before a token expires. Until then, or until its renewal, a
    /// subscription does not send notifications.
    /// </summary>
    /// <param name="cancellationToken">Gives up telling.</param>
    /// <returns>A task that completes when the receivers were notified.</returns>
    public Task RequireReauthorizationAsync(CancellationToken cancellationToken = default)
        => _notifier.RequireReauthorizationAsync(cancellationToken);

    /// <summary>Ends every subscription before it expires.</summary>
    /// <param name="cancellationToken">Gives up telling.</param>
    /// <returns>A task that completes when the receivers were notified.</returns>
    public Task RemoveSubscriptionsAsync(CancellationToken cancellationToken = default)
        => _notifier.RemoveAllAsync(cancellationToken);
}
