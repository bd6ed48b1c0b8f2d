using System.Collections.Concurrent;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>The users, groups and drives of the tenant.</summary>
internal sealed class DirectoryState(EmulatorOptions options, IdSource ids)
{
    private readonly ConcurrentDictionary<string, DriveState> _drives = new(StringComparer.Ordinal);
    private readonly List<UserState> _users = [];
    private readonly List<GroupState> _groups = [];
    private readonly SiteTable _sites = new(options);

    /// <summary>Is told of each item to which something happened, under the lock of its drive.</summary>
    public Action<DriveState, ItemNode>? Changed { get; set; }

    public IReadOnlyList<UserState> Users
    {
        get
        {
            lock (_users)
            {
                return [.. _users];
            }
        }
    }

    public IReadOnlyList<GroupState> Groups
    {
        get
        {
            lock (_groups)
            {
                return [.. _groups];
            }
        }
    }

    public IReadOnlyList<SiteState> Sites => _sites.List(Groups);

    public IEnumerable<DriveState> Drives => _drives.Values;

    public DriveState? FindDrive(string id) => _drives.GetValueOrDefault(id);

    public UserState? FindUser(string idOrName)
        => Users.FirstOrDefault(user => user.Id.Equals(idOrName, StringComparison.OrdinalIgnoreCase)
            || user.UserPrincipalName.Equals(idOrName, StringComparison.OrdinalIgnoreCase));

    public GroupState? FindGroup(string id) => Groups.FirstOrDefault(group => group.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>A site, by its id, its host, or host and path with a colon between them.</summary>
    public SiteState? FindSite(string idOrPath) => _sites.Find(Groups, idOrPath);

    public UserState AddUser(string? id, string userPrincipalName, string displayName, string mail, EmulatorDriveType type, long quota)
    {
        var userId = id ?? ids.NextGuid().ToString();
        var owner = new Actor(string.Empty, string.Empty, userId, displayName, mail);
        var drive = AddDrive(type, quota, owner, $"personal/{userPrincipalName.Replace('@', '_').Replace('.', '_')}/Documents");
        var user = new UserState(userId, userPrincipalName, displayName, mail, drive);
        lock (_users)
        {
            if (_users.Any(other => other.UserPrincipalName.Equals(userPrincipalName, StringComparison.OrdinalIgnoreCase)))
            {
                throw new ArgumentException($"There is already a user '{userPrincipalName}'.", nameof(userPrincipalName));
            }

            _users.Add(user);
        }

        return user;
    }

    public GroupState AddGroup(string? id, string displayName, string mail, long quota)
    {
        var groupId = id ?? ids.NextGuid().ToString();
        var owner = new Actor(string.Empty, string.Empty, groupId, displayName, mail);
        var drive = AddDrive(
            EmulatorDriveType.DocumentLibrary,
            quota,
            owner,
            $"sites/{Uri.EscapeDataString(displayName)}/Shared%20Documents");
        var group = new GroupState(groupId, displayName, mail, drive);
        lock (_groups)
        {
            _groups.Add(group);
        }

        return group;
    }

    /// <summary>Adds a list, which is no library, to the site of a group.</summary>
    public void AddList(GroupState group, string name)
    {
        var list = new DriveState(
            ids.NextGuid().ToString(),
            EmulatorDriveType.DocumentLibrary,
            quota: 0,
            group.Drive.Owner,
            $"sites/{Uri.EscapeDataString(group.DisplayName)}/Lists/{Uri.EscapeDataString(name)}",
            ids,
            options.TimeProvider)
        {
            Name = name,
            IsLibrary = false,
        };
        if (name is "Documents" or "Shared Documents" || group.Lists.Values.Any(other => other.Name == name))
        {
            throw new ArgumentException($"There is already a list '{name}'.", nameof(name));
        }

        group.Lists[list.Id] = list;
    }

    private DriveState AddDrive(EmulatorDriveType type, long quota, Actor owner, string webUrlPath)
    {
        var drive = new DriveState(ids.NextDriveId(type), type, quota, owner, webUrlPath, ids, options.TimeProvider);
        drive.Changes.Appended = item => Changed?.Invoke(drive, item);
        _drives[drive.Id] = drive;
        return drive;
    }
}
