using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>Webhooks: the service tells a web address when something changes.</summary>
public interface ISubscriptionsClient
{
    /// <summary>Orders notifications. While this runs, the service asks the addresses to prove that they expect them.</summary>
    /// <param name="item">
    /// What is watched: the root folder of a drive, and on personal drives any folder. Everything below belongs to it.
    /// </param>
    /// <param name="notificationUrl">
    /// Where notifications go; it must answer as <see cref="SubscriptionNotifications.FindValidationToken"/> says, within ten seconds.
    /// </param>
    /// <param name="expires">When the order ends; at most 42,300 minutes from now.</param>
    /// <param name="options">A secret to know notifications by, and more.</param>
    /// <param name="cancellationToken">Ends the call.</param>
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
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ItemNotFoundException">There is none; it may have ended.</exception>
    Task<Subscription> GetAsync(string subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>Lets a subscription end later.</summary>
    /// <param name="subscriptionId">Its id.</param>
    /// <param name="expires">When it ends; at most 42,300 minutes from now.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ItemNotFoundException">There is none; create it again.</exception>
    Task<Subscription> RenewAsync(string subscriptionId, DateTimeOffset expires, CancellationToken cancellationToken = default);

    /// <summary>Ends a subscription.</summary>
    /// <param name="subscriptionId">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ItemNotFoundException">There is none.</exception>
    Task DeleteAsync(string subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Shows the service again that the caller may watch, after <see cref="LifecycleEvent.ReauthorizationRequired"/>; the end stays as it
    /// is.
    /// </summary>
    /// <param name="subscriptionId">The id of the subscription.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task ReauthorizeAsync(string subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>Gets the address of a socket (socket.io) that tells of changes, for programs that no web request can reach.</summary>
    /// <param name="item">The root folder of a drive.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A subscription whose <see cref="Subscription.NotificationUrl"/> is good for a short time; no token is sent there.</returns>
    Task<Subscription> GetSocketAsync(ItemAddress item, CancellationToken cancellationToken = default);

    /// <summary>Gets the address of a channel that tells of changes in a SharePoint list, for programs that nobody can call.</summary>
    /// <param name="list">The list, such as the one behind a document library.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A subscription whose notification address is that of a socket.io channel; it grants access for a short time.</returns>
    Task<Subscription> GetListSocketAsync(ListAddress list, CancellationToken cancellationToken = default);
}
