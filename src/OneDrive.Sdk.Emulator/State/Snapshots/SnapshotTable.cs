using OneDrive.Sdk.Emulator.Storage;

namespace OneDrive.Sdk.Emulator.State.Snapshots;

/// <summary>
/// States that were kept under names, of everything or of one drive. The name <see cref="Start"/> is what a reset goes back to. Snapshots
/// end with the process.
/// </summary>
internal sealed class SnapshotTable(OneDriveEmulator emulator, EmulatorState state, StateSaver saver)
{
    /// <summary>The state at the start of the emulator, and of a drive that came later, empty.</summary>
    public const string Start = "start";

    // The automatic snapshot must stay cheap; a snapshot that is requested has no limit.
    private const int MostItemsAtStart = 100_000;
    private const int LongestName = 100;

    private readonly object _gate = new();
    private readonly Dictionary<(string OwnerId, string Name), OwnerSnapshot> _ofOwners = [];
    private readonly Dictionary<string, TenantSnapshot> _ofAll = new(StringComparer.Ordinal);
    private long _number;

    /// <summary>Keeps how a drive is that has just been added.</summary>
    public void TakeStart(DriveOwner owner)
    {
        if (CountItems(owner) <= MostItemsAtStart)
        {
            Take(Start, owner);
        }
    }

    /// <summary>Keeps how everything is at the start.</summary>
    public void TakeStart()
    {
        if (state.Directory.Owners.Sum(CountItems) <= MostItemsAtStart)
        {
            Take(Start, owner: null);
        }
    }

    /// <summary>Keeps a state, instead of an earlier one of that name.</summary>
    public SnapshotInfo Take(string name, DriveOwner? owner)
    {
        if (name.Length is 0 or > LongestName)
        {
            throw GraphError.InvalidRequest($"The name of a snapshot must have 1 to {LongestName} characters.");
        }

        lock (_gate)
        {
            if (owner is not null)
            {
                var snapshot = TakeOwner(owner);
                Replace(_ofOwners, (owner.Id, name), snapshot)?.Release();
                return Describe(name, snapshot);
            }

            var all = TakeAll();
            Replace(_ofAll, name, all)?.Release();

            // What is in the new one needs no snapshot of its own.
            foreach (var (key, old) in _ofOwners.Where(entry => entry.Key.Name == name).ToList())
            {
                _ofOwners.Remove(key);
                old.Release();
            }

            return Describe(name, all);
        }
    }

    /// <summary>Makes everything, or one drive, what it was.</summary>
    public SnapshotInfo Restore(string name, DriveOwner? owner)
    {
        lock (_gate)
        {
            if (owner is not null)
            {
                var snapshot = Find(name, owner) ?? throw NotFound(name, owner);
                saver.Rewrite(() => PutBack(snapshot));
                return Describe(name, snapshot);
            }

            var all = _ofAll.GetValueOrDefault(name) ?? throw NotFound(name, owner);
            saver.Rewrite(() => PutBack(all));
            return Describe(name, all);
        }
    }

    public void Delete(string name, DriveOwner? owner)
    {
        lock (_gate)
        {
            if (owner is not null && _ofOwners.Remove((owner.Id, name), out var snapshot))
            {
                snapshot.Release();
            }
            else if (owner is null && _ofAll.Remove(name, out var all))
            {
                all.Release();
            }
            else
            {
                throw NotFound(name, owner);
            }
        }
    }

    /// <summary>Forgets the snapshots of an owner that is removed; snapshots of everything keep their part.</summary>
    public void Forget(DriveOwner owner)
    {
        lock (_gate)
        {
            foreach (var (key, snapshot) in _ofOwners.Where(entry => entry.Key.OwnerId == owner.Id).ToList())
            {
                _ofOwners.Remove(key);
                snapshot.Release();
            }
        }
    }

    public IReadOnlyList<SnapshotInfo> List()
    {
        lock (_gate)
        {
            return
            [
                .. _ofAll.Select(entry => Describe(entry.Key, entry.Value)),
                .. _ofOwners.Select(entry => Describe(entry.Key.Name, entry.Value)),
            ];
        }
    }

    private static T? Replace<TKey, T>(Dictionary<TKey, T> table, TKey key, T value)
        where TKey : notnull
        where T : class
    {
        var old = table.GetValueOrDefault(key);
        table[key] = value;
        return old;
    }

    private static int CountItems(DriveOwner owner) => owner.Trees.Sum(tree =>
    {
        lock (tree.Gate)
        {
            return tree.Items.Count();
        }
    });

    // That of the owner alone, or the owner's part of that of everything: the newer one.
    private OwnerSnapshot? Find(string name, DriveOwner owner)
        => new[] { _ofOwners.GetValueOrDefault((owner.Id, name)), _ofAll.GetValueOrDefault(name)?.Find(owner) }
            .MaxBy(snapshot => snapshot?.Number ?? -1);

    private static GraphError NotFound(string name, DriveOwner? owner)
    {
        var whose = owner is null ? string.Empty : $" of '{owner.Name}'";
        return name == Start
            ? new GraphError(
                409,
                "notAllowed",
                $"The initial state{whose} was not kept, because it contains more than {MostItemsAtStart} items. "
                + "PUT /_emulator/snapshots/start stores the current state for later resets.")
            : new GraphError(
                404, "itemNotFound", $"The snapshot '{name}'{whose} does not exist. GET /_emulator/snapshots lists the snapshots, PUT "
                    + "creates one.");
    }

    private OwnerSnapshot TakeOwner(DriveOwner owner) => new(++_number, emulator.Clock.GetUtcNow(), owner)
    {
        Trees = [.. owner.Trees.Select(tree => (tree, DriveSnapshot.Take(tree)))],
        Subscriptions = [.. state.Subscriptions.List().Where(subscription => owner.Trees.Contains(subscription.Drive))],
        Faults = [.. emulator.Faults.ListActive().Where(active => active.Fault.DriveId == owner.Drive.Id)],
        Quirks = emulator.Quirks.Of(owner.Drive.Id),
        Claims = state.Claims.Of(owner.Drive.Id),
    };

    private TenantSnapshot TakeAll() => new(++_number, emulator.Clock.GetUtcNow())
    {
        Owners = [.. state.Directory.Owners.Select(TakeOwner)],
        Applications =
        [
            .. state.Applications.All.Where(application => !application.IsUnregistered)
                .Select(application => (application, application.Registered)),
        ],
        Faults = emulator.Faults.ListActive(),
        Quirks = emulator.Quirks.Of(driveId: null),
        Limits = emulator.Limits,
        Claims = state.Claims.Of(driveId: null),
        ClockOffset = emulator.Clock.Offset,
    };

    private void PutBack(OwnerSnapshot snapshot)
    {
        var owner = snapshot.Owner;
        foreach (var tree in owner.Trees)
        {
            emulator.EndWork(tree);
        }

        if (owner.Group is { } group)
        {
            group.Lists.Clear();
        }

        foreach (var (tree, content) in snapshot.Trees)
        {
            content.PutBack(tree, state.Content, state.Directory.FindUser);
            if (tree != owner.Drive)
            {
                owner.Group!.Lists[tree.Id] = tree;
            }
        }

        foreach (var subscription in snapshot.Subscriptions)
        {
            state.Subscriptions.Set(subscription);
        }

        emulator.Faults.Restore(snapshot.Faults, active => active.Fault.DriveId == owner.Drive.Id);
        emulator.Quirks.Set(owner.Drive.Id, snapshot.Quirks);
        state.Claims.Demand(snapshot.Claims, owner.Drive.Id);
    }

    private void PutBack(TenantSnapshot snapshot)
    {
        foreach (var owner in state.Directory.Owners.Where(owner => snapshot.Find(owner) is null))
        {
            Forget(owner);
            emulator.Forget(owner);
        }

        foreach (var owner in snapshot.Owners)
        {
            if (state.Directory.FindOwner(owner.Owner.Id) is null)
            {
                state.Directory.PutBack(owner.Owner);
            }
        }

        foreach (var owner in snapshot.Owners)
        {
            PutBack(owner);
        }

        foreach (var application in state.Applications.All.Where(application => !application.IsUnregistered))
        {
            state.Applications.Remove(application.ClientId);
        }

        foreach (var (application, registration) in snapshot.Applications)
        {
            application.Registered = registration;
            state.Applications.Add(application);
        }

        emulator.Faults.Restore(snapshot.Faults, _ => true);
        emulator.Quirks.Set(driveId: null, snapshot.Quirks);
        emulator.Limits = snapshot.Limits;
        state.Claims.Demand(snapshot.Claims);
        emulator.Clock.SetOffset(snapshot.ClockOffset);
    }

    private static SnapshotInfo Describe(string name, OwnerSnapshot snapshot)
        => new(name, snapshot.Owner.Name, snapshot.Taken, [snapshot.Owner.Name], snapshot.ItemCount);

    private static SnapshotInfo Describe(string name, TenantSnapshot snapshot) => new(
        name,
        Owner: null,
        snapshot.Taken,
        [.. snapshot.Owners.Select(owner => owner.Owner.Name)],
        snapshot.Owners.Sum(owner => owner.ItemCount));
}
