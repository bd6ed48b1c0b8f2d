using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>A permission on one item: a link, or what named users may do. Guarded by the lock of the drive.</summary>
internal sealed class SharePermission(string id)
{
    public string Id { get; } = id;

    /// <summary>The name of the share in the addresses below /shares, and the end of a link.</summary>
    public string ShareId => "s" + Id.Replace("-", string.Empty, StringComparison.Ordinal);

    public List<string> Roles { get; set; } = [];

    /// <summary>What a link allows: view, edit or embed; null when this is not a link.</summary>
    public string? LinkType { get; init; }

    /// <summary>Who a link works for: anonymous, organization or users.</summary>
    public string? LinkScope { get; init; }

    public string? Password { get; init; }

    public DateTimeOffset? Expiration { get; set; }

    /// <summary>The invited address; null if the permission is not an invitation.</summary>
    public string? InvitedEmail { get; init; }

    public bool RequiresSignIn { get; init; }

    /// <summary>The users who have the permission, or for whom a link works.</summary>
    public List<UserState> Users { get; } = [];

    /// <summary>Recipients who have no account here, by their e-mail address.</summary>
    public List<string> Guests { get; } = [];

    /// <summary>Users who used the link and keep the access.</summary>
    public HashSet<string> RedeemedBy { get; } = new(StringComparer.Ordinal);

    public Actor? CreatedBy { get; init; }

    public PermissionRecord ToRecord() => new()
    {
        Id = Id,
        Roles = [.. Roles],
        LinkType = LinkType,
        LinkScope = LinkScope,
        Password = Password,
        Expiration = Expiration,
        InvitedEmail = InvitedEmail,
        RequiresSignIn = RequiresSignIn,
        Users = [.. Users.Select(user => user.Id)],
        Guests = [.. Guests],
        RedeemedBy = [.. RedeemedBy],
        CreatedBy = CreatedBy,
    };

    public static SharePermission Restore(PermissionRecord record, Func<string, UserState?> findUser)
    {
        var permission = new SharePermission(record.Id)
        {
            Roles = [.. record.Roles],
            LinkType = record.LinkType,
            LinkScope = record.LinkScope,
            Password = record.Password,
            Expiration = record.Expiration,
            InvitedEmail = record.InvitedEmail,
            RequiresSignIn = record.RequiresSignIn,
            CreatedBy = record.CreatedBy,
        };
        permission.Users.AddRange(record.Users.Select(findUser).OfType<UserState>());
        permission.Guests.AddRange(record.Guests);
        permission.RedeemedBy.UnionWith(record.RedeemedBy);
        return permission;
    }

    public bool AllowsWriting => LinkType == "edit" || Roles.Contains("write") || Roles.Contains("owner");

    public bool IsOver(DateTimeOffset now) => Expiration <= now;

    /// <summary>Whether a user has the access, by name or by a link that was used.</summary>
    public bool IsHeldBy(UserState user) => Users.Contains(user) || RedeemedBy.Contains(user.Id);

    /// <summary>Whether anyone who shows the link may use it.</summary>
    public bool IsOpenTo(UserState? user)
        => Password is null && LinkScope is "anonymous" or "organization" || (user is not null && IsHeldBy(user));
}
