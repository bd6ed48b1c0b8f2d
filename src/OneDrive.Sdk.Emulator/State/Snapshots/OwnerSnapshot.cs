namespace OneDrive.Sdk.Emulator.State.Snapshots;

/// <summary>What belonged to a user or group: drive, lists, subscriptions, and the faults, quirks and claims confined to it.</summary>
internal sealed record OwnerSnapshot(long Number, DateTimeOffset Taken, DriveOwner Owner)
{
    public required IReadOnlyList<(DriveState Tree, DriveSnapshot Snapshot)> Trees { get; init; }

    public required IReadOnlyList<SubscriptionState> Subscriptions { get; init; }

    public required IReadOnlyList<FaultPlan.ActiveFault> Faults { get; init; }

    public required IReadOnlyList<EmulatorQuirk> Quirks { get; init; }

    public required string? Claims { get; init; }

    public int ItemCount => Trees.Sum(tree => tree.Snapshot.ItemCount);

    public void Release()
    {
        foreach (var (_, snapshot) in Trees)
        {
            snapshot.Release();
        }
    }
}
