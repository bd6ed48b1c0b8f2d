using OneDrive.Sdk.Emulator.State;
using OneDrive.Sdk.Emulator.State.Snapshots;

namespace OneDrive.Sdk.Emulator;

/// <content>Snapshots and their restore.</content>
public sealed partial class OneDriveEmulator
{
    private readonly SnapshotTable _snapshots;

    internal SnapshotTable Snapshots => _snapshots;

    /// <summary>
    /// Takes a snapshot that is kept until the emulator ends: users, groups, drives with their content, applications, faults, quirks,
    /// subscriptions and the clock. It does not contain sign-ins: clients keep their tokens. <see cref="Reset"/> restores the snapshot
    /// named <c>start</c>.
    /// </summary>
    /// <param name="name">The name; an earlier snapshot of that name is replaced.</param>
    /// <param name="drive">Limits the snapshot to this drive, with its faults and quirks; null for everything.</param>
    /// <exception cref="ArgumentException">The name is empty or too long, or the drive does not exist.</exception>
    public void SaveSnapshot(string name, EmulatorDrive? drive = null) => Try(nameof(name), () => _snapshots.Take(name, OwnerOf(drive)));

    /// <summary>
    /// Restores a snapshot. Later changes are lost; uploads and copies in progress end. If a drive is given, other drives are not affected,
    /// so that concurrent tests can share an emulator.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="drive">Restores this drive only, also from a snapshot of everything; null for everything.</param>
    /// <exception cref="ArgumentException">The snapshot or the drive does not exist.</exception>
    public void RestoreSnapshot(string name, EmulatorDrive? drive = null) =>
        Try(nameof(name), () => _snapshots.Restore(name, OwnerOf(drive)));

    /// <summary>Deletes a snapshot.</summary>
    /// <param name="name">The name.</param>
    /// <param name="drive">The drive of the snapshot; null for a snapshot of everything.</param>
    /// <exception cref="ArgumentException">The snapshot or the drive does not exist.</exception>
    public void DeleteSnapshot(string name, EmulatorDrive? drive = null) => Try(nameof(name), () =>
    {
        _snapshots.Delete(name, OwnerOf(drive));
        return true;
    });

    /// <summary>
    /// Restores the initial state: the state in which the emulator started to listen, or the last snapshot named <c>start</c>. A drive that
    /// was added later is emptied. The recording is cleared; for one drive, only its part.
    /// </summary>
    /// <param name="drive">Restores this drive only; null for everything.</param>
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
