using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>Manages subscriptions: the service sends change notifications to a web address.</summary>
public interface ISubscriptionsClient
{
    /// <summary>Creates a subscription. During the call the service validates the notification addresses.</summary>
    /// <param name="item">
    /// The root folder of a drive, or any folder of a personal drive. The subscription includes everything below.
    /// </param>
    /// <param name="notificationUrl">
    /// The notification address; it must respond within ten seconds as described at
    /// <see cref="SubscriptionNotifications.FindValidationToken"/>.
    /// </param>
    /// <param name="expires">When the subscription expires; at most 42,300 minutes from now.</param>
    /// <param name="options">The client state, which authenticates notifications, and more.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An address is not https, or the client state is too long.</exception>
    Task<Subscription> CreateAsync(
        ItemAddress item,
        Uri notificationUrl,
        DateTimeOffset expires,
        CreateSubscriptionOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Lists the subscriptions of the application and the user.</summary>
    Paged<Subscription> ListAsync();

    /// <summary>Gets a subscription.</summary>
    /// <param name="subscriptionId">Its id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The subscription does not exist; it may have expired.</exception>
    Task<Subscription> GetAsync(string subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>Renews a subscription.</summary>
    /// <param name="subscriptionId">Its id.</param>
    /// <param name="expires">When it ends; at most 42,300 minutes from now.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The subscription does not exist; create it again.</exception>
    Task<Subscription> RenewAsync(string subscriptionId, DateTimeOffset expires, CancellationToken cancellationToken = default);

    /// <summary>Ends a subscription.</summary>
    /// <param name="subscriptionId">Its id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The subscription does not exist.</exception>
    Task DeleteAsync(string subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reauthorizes a subscription after <see cref="LifecycleEvent.ReauthorizationRequired"/>. The expiration stays unchanged.
    /// </summary>
    /// <param name="subscriptionId">The id of the subscription.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task ReauthorizeAsync(string subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>Gets the address of a socket.io channel with change notifications, for programs that cannot receive web requests.</summary>
    /// <param name="item">The root folder of a drive.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// A subscription whose <see cref="Subscription.NotificationUrl"/> is valid for a short time. No token is sent to it.
    /// </returns>
    Task<Subscription> GetSocketAsync(ItemAddress item, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets the address of a socket.io channel with change notifications of a SharePoint list, for programs that cannot receive web
    /// requests.
    /// </summary>
    /// <param name="list">The list, such as the one behind a document library.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A subscription whose notification address is that of a socket.io channel; it grants access for a short time.</returns>
    Task<Subscription> GetListSocketAsync(ListAddress list, CancellationToken cancellationToken = default);
}
