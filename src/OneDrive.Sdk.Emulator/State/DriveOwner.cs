namespace OneDrive.Sdk.Emulator.State;

/// <summary>A user or a group, and the drive.</summary>
internal sealed record DriveOwner(UserState? User, GroupState? Group)
{
    public string Id => User?.Id ?? Group!.Id;

    /// <summary>The sign-in name of a user, the mail address of a group.</summary>
    public string Name => User?.UserPrincipalName ?? Group!.Mail;

    public string DisplayName => User?.DisplayName ?? Group!.DisplayName;

    public DriveState Drive => User?.Drive ?? Group!.Drive;

    /// <summary>The drive, and the lists of a group's site, which are trees as well.</summary>
    public IReadOnlyList<DriveState> Trees => Group is null ? [Drive] : [Drive, .. Group.Lists.Values];

    /// <summary>Whether the key is the id or name of the owner, or the id of the drive.</summary>
    public bool IsCalled(string key)
        => Id.Equals(key, StringComparison.OrdinalIgnoreCase)
            || Name.Equals(key, StringComparison.OrdinalIgnoreCase)
            || Drive.Id.Equals(key, StringComparison.Ordinal);
}
