using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Paging;

namespace OneDrive.Sdk.Clients;

internal sealed class SubscriptionsClient(GraphTransport transport, AddressedCalls calls) : ISubscriptionsClient
{
    public Task<Subscription> CreateAsync(
        ItemAddress item,
        Uri notificationUrl,
        DateTimeOffset expires,
        CreateSubscriptionOptions? options = null,
        CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, address => SubscriptionCalls.Create(address, notificationUrl, expires, options), cancellationToken);

    public Paged<Subscription> ListAsync() =>
        new LinkedPages<Subscription>(transport, _ => ValueTask.FromResult(SubscriptionCalls.List()));

    public Task<Subscription> GetAsync(string subscriptionId, CancellationToken cancellationToken = default) =>
        transport.SendAsync(SubscriptionCalls.Get(subscriptionId), cancellationToken);

    public Task<Subscription> RenewAsync(string subscriptionId, DateTimeOffset expires, CancellationToken cancellationToken = default) =>
        transport.SendAsync(SubscriptionCalls.Renew(subscriptionId, expires), cancellationToken);

    public Task DeleteAsync(string subscriptionId, CancellationToken cancellationToken = default) =>
        transport.SendAsync(SubscriptionCalls.Delete(subscriptionId), cancellationToken);

    public Task ReauthorizeAsync(string subscriptionId, CancellationToken cancellationToken = default) =>
        transport.SendAsync(SubscriptionCalls.Reauthorize(subscriptionId), cancellationToken);

    public Task<Subscription> GetSocketAsync(ItemAddress item, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, SubscriptionCalls.GetSocket, cancellationToken);

    public Task<Subscription> GetListSocketAsync(ListAddress list, CancellationToken cancellationToken = default) =>
        calls.SendAsync(list, SubscriptionCalls.GetSocketOfList, cancellationToken);
}
