using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Paging;

namespace OneDrive.Sdk.Clients;

internal sealed class SubscriptionsClient(GraphTransport transport, AddressResolver addresses) : ISubscriptionsClient
{
    public async Task<Subscription> CreateAsync(
        ItemAddress item,
        Uri notificationUrl,
        DateTimeOffset expires,
        CreateSubscriptionOptions? options = null,
        CancellationToken cancellationToken = default) =>
        await transport.SendAsync(
            SubscriptionCalls.Create(
                await addresses.ResolveAsync(item, cancellationToken).ConfigureAwait(false), notificationUrl, expires, options),
            cancellationToken).ConfigureAwait(false);

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

    public async Task<Subscription> GetSocketAsync(ItemAddress item, CancellationToken cancellationToken = default) =>
        await transport.SendAsync(
            SubscriptionCalls.GetSocket(await addresses.ResolveAsync(item, cancellationToken).ConfigureAwait(false)),
            cancellationToken).ConfigureAwait(false);

    public async Task<Subscription> GetListSocketAsync(ListAddress list, CancellationToken cancellationToken = default) =>
        await transport.SendAsync(
            SubscriptionCalls.GetSocketOfList(await addresses.ResolveAsync(list, cancellationToken).ConfigureAwait(false)),
            cancellationToken).ConfigureAwait(false);
}
