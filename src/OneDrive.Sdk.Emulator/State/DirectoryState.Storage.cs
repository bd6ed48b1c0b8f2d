using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>How the directory is saved. Who was saved is taken over when the same one is added again.</summary>
internal sealed partial class DirectoryState
{
    private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);

    public IEnumerable<StateEntry> SaveAll() =>
    [
        .. Users.Select(user => new StateEntry { User = ToRecord(user) }),
        .. Groups.Select(group => new StateEntry { Group = ToRecord(group) }),
    ];

    /// <summary>The drives, and the lists of sites, which are saved like them.</summary>
    public IEnumerable<DriveState> Trees => Drives.Concat(Groups.SelectMany(group => group.Lists.Values));

    public void Restore(DriveState drive)
    {
        drive.Unsaved.Keep(isSaved: true);
        if (drive.IsLibrary)
        {
            Connect(drive);
        }
        else
        {
            FindGroup(drive.Owner.UserId!)!.Lists[drive.Id] = drive;
            _waiting.Add(drive.Id);
        }
    }

    public void RestoreUser(OwnerRecord record)
    {
        _users.Add(new UserState(record.Id, record.UserPrincipalName!, record.DisplayName, record.Mail, _drives[record.DriveId]));
        _waiting.Add(record.Id);
    }

    public void RestoreGroup(OwnerRecord record)
    {
        _groups.Add(new GroupState(record.Id, record.DisplayName, record.Mail, _drives[record.DriveId]));
        _waiting.Add(record.Id);
    }

    private static OwnerRecord ToRecord(UserState user)
        => new(user.Id, user.UserPrincipalName, user.DisplayName, user.Mail, user.Drive.Id);

    private static OwnerRecord ToRecord(GroupState group) => new(group.Id, null, group.DisplayName, group.Mail, group.Drive.Id);

    private UserState? TakeOverUser(string userPrincipalName) => Users.FirstOrDefault(
        user => user.UserPrincipalName.Equals(userPrincipalName, StringComparison.OrdinalIgnoreCase) && _waiting.Remove(user.Id));

    private GroupState? TakeOverGroup(string mail)
        => Groups.FirstOrDefault(group => group.Mail.Equals(mail, StringComparison.OrdinalIgnoreCase) && _waiting.Remove(group.Id));

    private void Connect(DriveState drive)
    {
        drive.Changes.Appended = item => Changed?.Invoke(drive, item);
        _drives[drive.Id] = drive;
    }
}
