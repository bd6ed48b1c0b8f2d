using OneDrive.Sdk.Emulator.Webhooks;

namespace OneDrive.Sdk.Emulator;

/// <summary>
/// What happens to subscriptions beside changes: their receivers are told at the address for lifecycle notifications, if they gave one. A
/// notification that a receiver does not take is told there as missed.
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
    /// <returns>A task that ends when the receivers were told.</returns>
    public Task RequireReauthorizationAsync(CancellationToken cancellationToken = default)
        => _notifier.RequireReauthorizationAsync(cancellationToken);

    /// <summary>Ends every subscription before its time.</summary>
    /// <param name="cancellationToken">Gives up telling.</param>
    /// <returns>A task that ends when the receivers were told.</returns>
    public Task RemoveSubscriptionsAsync(CancellationToken cancellationToken = default)
        => _notifier.RemoveAllAsync(cancellationToken);
}
