using System.Collections.Concurrent;
using OneDrive.Sdk.Emulator.Storage;
using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>The users, groups and drives of the tenant.</summary>
internal sealed partial class DirectoryState(EmulatorOptions options, IdSource ids, Ledger ledger)
{
    private readonly ConcurrentDictionary<string, DriveState> _drives = new(StringComparer.Ordinal);
    private readonly List<UserState> _users = [];
    private readonly List<GroupState> _groups = [];
    private readonly SiteTable _sites = new(options);

    /// <summary>Called for each changed item, under the lock of its drive.</summary>
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
        if (TakeOverUser(userPrincipalName) is { } saved)
        {
            return saved;
        }

        var userId = id ?? ids.NextGuid().ToString();
        var owner = new Actor(string.Empty, string.Empty, userId, displayName, mail);
        var drive = AddDrive(type, quota, owner, $"personal/{userPrincipalName.Replace('@', '_').Replace('.', '_')}/Documents");
        var user = new UserState(userId, userPrincipalName, displayName, mail, drive);
        lock (_users)
        {
            if (_users.Any(other => other.UserPrincipalName.Equals(userPrincipalName, StringComparison.OrdinalIgnoreCase)))
            {
                _drives.TryRemove(drive.Id, out _);
                throw new ArgumentException($"The user '{userPrincipalName}' already exists.", nameof(userPrincipalName));
            }

            _users.Add(user);
        }

        ledger.Note(new StateEntry { User = ToRecord(user) });

        return user;
    }

    public GroupState AddGroup(string? id, string displayName, string mail, long quota)
    {
        if (TakeOverGroup(mail) is { } saved)
        {
            return saved;
        }

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

        ledger.Note(new StateEntry { Group = ToRecord(group) });

        return group;
    }

    /// <summary>Adds a list, which is not a library, to the site of a group.</summary>
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
        if (group.Lists.Values.Any(other => other.Name == name && _waiting.Remove(other.Id)))
        {
            return;
        }

        if (name is "Documents" or "Shared Documents" || group.Lists.Values.Any(other => other.Name == name))
        {
            throw new ArgumentException($"The list '{name}' already exists.", nameof(name));
        }

        if (ledger.IsKept)
        {
            list.Unsaved.Keep(isSaved: false);
        }

        group.Lists[list.Id] = list;
    }

    private DriveState AddDrive(EmulatorDriveType type, long quota, Actor owner, string webUrlPath)
    {
        var drive = new DriveState(ids.NextDriveId(type), type, quota, owner, webUrlPath, ids, options.TimeProvider);
        if (ledger.IsKept)
        {
            drive.Unsaved.Keep(isSaved: false);
        }

        Connect(drive);
        return drive;
    }
}
