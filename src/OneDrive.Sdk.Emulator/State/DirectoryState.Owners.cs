namespace OneDrive.Sdk.Emulator.State;

/// <summary>The owners of drives: who they are, and how they come and go.</summary>
internal sealed partial class DirectoryState
{
    public IReadOnlyList<DriveOwner> Owners =>
    [
        .. Users.Select(user => new DriveOwner(user, Group: null)),
        .. Groups.Select(group => new DriveOwner(User: null, group)),
    ];

    /// <summary>Finds a user or group by the id, the name, or the id of the drive.</summary>
    public DriveOwner? FindOwner(string key) => Owners.FirstOrDefault(owner => owner.IsCalled(key));

    /// <summary>The owner of a drive, or of the list of a site.</summary>
    public DriveOwner? FindOwner(DriveState drive) => Owners.FirstOrDefault(owner => owner.Id == drive.Owner.UserId);

    /// <summary>Takes an owner and the drive out of the directory.</summary>
    public void Remove(DriveOwner owner)
    {
        lock (_users)
        {
            _users.RemoveAll(user => user.Id == owner.Id);
        }

        lock (_groups)
        {
            _groups.RemoveAll(group => group.Id == owner.Id);
        }

        _drives.TryRemove(owner.Drive.Id, out _);
        _waiting.Remove(owner.Id);
    }

    /// <summary>Puts an owner back who was removed.</summary>
    public void PutBack(DriveOwner owner)
    {
        Connect(owner.Drive);
        if (owner.User is { } user)
        {
            lock (_users)
            {
                _users.Add(user);
            }
        }

        if (owner.Group is { } group)
        {
            lock (_groups)
            {
                _groups.Add(group);
            }
        }
    }
}
