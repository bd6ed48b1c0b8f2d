using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Gives and finds permissions. Called under the lock of the drive.</summary>
internal sealed class SharingState(DirectoryState directory, IdSource ids)
{
    /// <summary>The link of this kind that the application made before, or a new one.</summary>
    public (SharePermission Permission, bool IsNew) GetOrAddLink(DriveState drive, ItemNode item, LinkRequest request, Actor actor)
    {
        var known = item.Permissions.Find(permission => permission.LinkType == request.Type
            && permission.LinkScope == request.Scope
            && permission.Password == request.Password
            && permission.CreatedBy?.ApplicationId == actor.ApplicationId
            && request.Scope != "users");
        if (known is not null)
        {
            known.Expiration = request.Expiration ?? known.Expiration;
            return (known, false);
        }

        var link = new SharePermission(ids.NextGuid().ToString())
        {
            LinkType = request.Type,
            LinkScope = request.Scope,
            Password = request.Password,
            Expiration = request.Expiration,
            Roles = [request.Type == "edit" ? "write" : "read"],
            CreatedBy = actor,
        };
        AddRecipients(link, request.Recipients);
        Add(drive, item, link);
        return (link, true);
    }

    /// <summary>Gives one recipient a permission; who has one already gets the new roles.</summary>
    public SharePermission Invite(DriveState drive, ItemNode item, InviteRequest request, string recipient, Actor actor)
    {
        var user = FindUser(recipient);
        var known = item.Permissions.Find(permission => permission.LinkType is null
            && (user is null ? permission.Guests.Contains(recipient) : permission.Users.Contains(user)));
        if (known is not null)
        {
            known.Roles = request.Roles;
            known.Expiration = request.Expiration ?? known.Expiration;
            drive.SharingChanged(item);
            return known;
        }

        var permission = new SharePermission(ids.NextGuid().ToString())
        {
            Roles = request.Roles,
            InvitedEmail = user?.Mail ?? recipient,
            RequiresSignIn = request.RequiresSignIn,
            Password = request.Password,
            Expiration = request.Expiration,
            CreatedBy = actor,
        };
        AddRecipients(permission, [recipient]);
        Add(drive, item, permission);
        return permission;
    }

    public void AddRecipients(SharePermission permission, IEnumerable<string> recipients)
    {
        foreach (var recipient in recipients)
        {
            if (FindUser(recipient) is not { } user)
            {
                permission.Guests.Add(recipient);
            }
            else if (!permission.Users.Contains(user))
            {
                permission.Users.Add(user);
            }
        }
    }

    private UserState? FindUser(string name)
        => directory.FindUser(name)
            ?? directory.Users.FirstOrDefault(user => user.Mail.Equals(name, StringComparison.OrdinalIgnoreCase)
                || user.UserPrincipalName.Split('@')[0].Equals(name, StringComparison.OrdinalIgnoreCase));

    private static void Add(DriveState drive, ItemNode item, SharePermission permission)
    {
        item.Permissions.Add(permission);
        drive.SharingChanged(item);
    }
}
