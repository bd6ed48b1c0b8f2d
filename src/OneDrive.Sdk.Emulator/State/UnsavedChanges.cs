using OneDrive.Sdk.Emulator.Storage;
using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>What of a drive may have changed since it was last saved. Guarded by the lock of the drive.</summary>
internal sealed class UnsavedChanges(DriveState drive)
{
    private readonly HashSet<ItemNode> _items = [];
    private readonly List<string> _endedSessions = [];
    private long _savedChanges;
    private bool _isKept;
    private bool _hasDriveChanged = true;

    public void Watcher(ItemNode item)
    {
        if (_isKept)
        {
            _items.Add(item);
        }
    }

    /// <summary>Notes that the drive itself changed.</summary>
    public T Note<T>(T value)
    {
        _hasDriveChanged = true;
        return value;
    }

    /// <summary>Notes that a session became a file: both are saved at once.</summary>
    public void SessionEnded(string id)
    {
        if (_isKept)
        {
            _endedSessions.Add(id);
        }
    }

    /// <summary>Keeps track from now on. What a new drive holds already is unsaved, what a restored one holds is not.</summary>
    public void Keep(bool isSaved)
    {
        _isKept = true;
        _hasDriveChanged = !isSaved;
        _savedChanges = isSaved ? drive.Changes.Position : 0;
        if (!isSaved)
        {
            _items.UnionWith(drive.Items);
        }
    }

    /// <summary>Forgets what was unsaved: everything in the drive was exchanged, and is saved as a whole.</summary>
    public void Replaced()
    {
        _items.Clear();
        _endedSessions.Clear();
        _savedChanges = drive.Changes.Position;
        _hasDriveChanged = false;
    }

    public void Collect(List<StateEntry> entries)
    {
        if (_hasDriveChanged)
        {
            entries.Add(new StateEntry { Drive = drive.ToRecord() });
            _hasDriveChanged = false;
        }

        foreach (var item in _items)
        {
            var record = drive.ToRecord(item);
            var checksum = RecordChecksum.Of(record);
            if (checksum != item.SavedChecksum)
            {
                item.SavedChecksum = checksum;
                entries.Add(new StateEntry { Item = record });
            }
        }

        _items.Clear();
        entries.AddRange(drive.Changes.From(_savedChanges).Select(change => new StateEntry { Change = drive.ToRecord(change) }));
        _savedChanges = drive.Changes.Position;
        entries.AddRange(_endedSessions.Select(id => new StateEntry { SessionEnded = id }));
        _endedSessions.Clear();
    }
}
