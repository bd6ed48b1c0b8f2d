using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator;

/// <content>Removal of users and groups.</content>
public sealed partial class OneDriveEmulator
{
    private int _names;
    private int _groupNames;

    /// <summary>Removes a user with the drive and the sign-ins.</summary>
    /// <param name="user">The user; <see cref="DefaultUser"/> stays.</param>
    /// <exception cref="ArgumentException">The user was already removed, or is the default user.</exception>
    public void RemoveUser(EmulatorUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        RemoveOwner(user.Id, nameof(user));
    }

    /// <summary>Removes a group with its site and its library.</summary>
    /// <param name="group">The group; <see cref="DefaultGroup"/> stays.</param>
    /// <exception cref="ArgumentException">The group was already removed, or is the default group.</exception>
    public void RemoveGroup(EmulatorGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        RemoveOwner(group.Id, nameof(group));
    }

    internal EmulatorUser Describe(UserState user) => new(user, NewDrive(user.Drive));

    internal void Remove(DriveOwner owner)
    {
        if (IsDefault(owner))
        {
            throw new GraphError(
                409, "notAllowed", $"'{owner.Name}' cannot be removed, because clients receive it when the emulator starts. Reset its "
                    + "drive instead.");
        }

        _snapshots.Forget(owner);
        _saver.Rewrite(() => Forget(owner));
    }

    /// <summary>Makes the access tokens of a user invalid; null: all.</summary>
    internal void RevokeAccessTokens(string? driveId)
    {
        if (driveId is null)
        {
            RevokeAccessTokens();
            return;
        }

        _saver.Rewrite(() => _state.Tokens.Remove(grant => grant.User?.Drive.Id == driveId));
    }

    // Tests that run at the same time get names of their own.
    private string NewName()
    {
        while (true)
        {
            var name = $"user{Interlocked.Increment(ref _names) + 1}@{_options.TenantDomain}";
            if (_state.Directory.FindUser(name) is null)
            {
                return name;
            }
        }
    }

    private bool IsDefault(DriveOwner owner) => owner.Id == DefaultUser.Id || owner.Id == DefaultGroup.Id;

    private void RemoveOwner(string id, string parameter)
    {
        var owner = _state.Directory.FindOwner(id) ?? throw new ArgumentException("The owner was already removed.", parameter);
        if (IsDefault(owner))
        {
            throw new ArgumentException($"'{owner.Name}' stays.", parameter);
        }

        _snapshots.Forget(owner);
        _saver.Rewrite(() => Forget(owner));
    }

    /// <summary>Takes an owner out, with everything that is about the drive.</summary>
    internal void Forget(DriveOwner owner)
    {
        _state.Directory.Remove(owner);
        _state.Tokens.Remove(grant => grant.User?.Id == owner.Id);
        _state.SignIns.Revoke(grant => grant.User.Id == owner.Id);
        foreach (var tree in owner.Trees)
        {
            EndWork(tree);
            tree.Empty();
        }

        Faults.Remove(active => active.Fault.DriveId == owner.Drive.Id);
        Quirks.Set(owner.Drive.Id, []);
        _state.Claims.Demand(claims: null, owner.Drive.Id);
    }

    /// <summary>Ends what is in progress in a drive: uploads, copies and subscriptions.</summary>
    internal void EndWork(DriveState tree)
    {
        foreach (var session in _state.Sessions.List().Where(session => session.Drive == tree))
        {
            _state.Sessions.Remove(session, keepContent: false);
        }

        foreach (var subscription in _state.Subscriptions.List().Where(subscription => subscription.Drive == tree))
        {
            _state.Subscriptions.Remove(subscription.Id);
        }

        _state.Copies.Remove(tree);
    }
}
