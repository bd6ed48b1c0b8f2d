using OneDrive.Sdk.Emulator.State;
using OneDrive.Sdk.Emulator.State.Snapshots;

namespace OneDrive.Sdk.Emulator;

/// <content>States that are kept under names, and the way back to them.</content>
public sealed partial class OneDriveEmulator
{
    private readonly SnapshotTable _snapshots;

    internal SnapshotTable Snapshots => _snapshots;

    /// <summary>
    /// Keeps the state under a name, until the emulator ends: users, groups, drives with everything in them, applications, faults, quirks,
    /// subscriptions and the clock. Sign-ins are not in it: clients keep their tokens. A snapshot named <c>start</c> is what
    /// <see cref="Reset"/> goes back to.
    /// </summary>
    /// <param name="name">The name; an earlier snapshot of that name is replaced.</param>
    /// <param name="drive">Keeps this drive alone, with the faults and quirks that are confined to it; null for everything.</param>
    /// <exception cref="ArgumentException">The name is empty or too long, or the drive does not exist.</exception>
    public void SaveSnapshot(string name, EmulatorDrive? drive = null) => Try(nameof(name), () => _snapshots.Take(name, OwnerOf(drive)));

    /// <summary>
    /// Goes back to a snapshot. What came later no longer exists; uploads and copies that are in progress end. Other drives are left alone
    /// when one is named, so that tests that run at the same time do not disturb each other.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="drive">Takes this drive back alone, also out of a snapshot of everything; null for everything.</param>
    /// <exception cref="ArgumentException">The snapshot or the drive does not exist.</exception>
    public void RestoreSnapshot(string name, EmulatorDrive? drive = null) =>
        Try(nameof(name), () => _snapshots.Restore(name, OwnerOf(drive)));

    /// <summary>Forgets a snapshot.</summary>
    /// <param name="name">The name.</param>
    /// <param name="drive">The drive that it is of; null for one of everything.</param>
    /// <exception cref="ArgumentException">The snapshot or the drive does not exist.</exception>
    public void DeleteSnapshot(string name, EmulatorDrive? drive = null) => Try(nameof(name), () =>
    {
        _snapshots.Delete(name, OwnerOf(drive));
        return true;
    });

    /// <summary>
    /// Goes back to the start: the state in which the emulator began to listen, or the last snapshot named <c>start</c>. A drive that was
    /// added later was empty then. The recording is emptied; of one drive, what concerns it.
    /// </summary>
    /// <param name="drive">Takes this drive back alone; null for everything.</param>
    /// <exception cref="ArgumentException">
    /// The drive does not exist, or its initial state was not kept because it contained too many items.
    /// </exception>
    public void Reset(EmulatorDrive? drive = null) => Try(nameof(drive), () => ResetOwner(OwnerOf(drive)));

    internal bool ResetOwner(DriveOwner? owner)
    {
        _snapshots.Restore(SnapshotTable.Start, owner);
        Traffic.Clear(owner?.Drive.Id);
        return true;
    }

    private static void Try<T>(string parameter, Func<T> action)
    {
        try
        {
            action();
        }
        catch (GraphError error)
        {
            throw new ArgumentException(error.Message, parameter, error);
        }
    }

    private DriveOwner? OwnerOf(EmulatorDrive? drive) => drive is null
        ? null
        : _state.Directory.FindOwner(drive.Id) ?? throw new ArgumentException($"The drive '{drive.Id}' does not exist.", nameof(drive));
}
