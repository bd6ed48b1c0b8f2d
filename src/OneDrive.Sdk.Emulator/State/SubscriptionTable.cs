using System.Collections.Concurrent;
using OneDrive.Sdk.Emulator.Storage;
using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>The subscriptions that have not ended.</summary>
internal sealed class SubscriptionTable(TimeProvider time, Ledger ledger)
{
    private readonly ConcurrentDictionary<string, SubscriptionState> _subscriptions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those that are good now, in the order of their ids.</summary>
    public IReadOnlyList<SubscriptionState> List()
        => [.. _subscriptions.Values.Where(IsGood).OrderBy(subscription => subscription.Id, StringComparer.Ordinal)];

    public SubscriptionState Get(string id)
        => _subscriptions.TryGetValue(id, out var subscription) && IsGood(subscription)
            ? subscription
            : throw new GraphError(404, "ResourceNotFound", "The object was not found.");

    public void Set(SubscriptionState subscription)
    {
        _subscriptions[subscription.Id] = subscription;
        ledger.Note(new StateEntry { Subscription = subscription.ToRecord() });
    }

    public void Remove(string id)
    {
        _subscriptions.TryRemove(id, out _);
        ledger.Note(new StateEntry { SubscriptionEnded = id });
    }

    public IEnumerable<StateEntry> SaveAll()
        => List().Select(subscription => new StateEntry { Subscription = subscription.ToRecord() });

    private bool IsGood(SubscriptionState subscription) => subscription.Expires > time.GetUtcNow();
}
