using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Permissions as JSON, in the old and the new form side by side, as the service sends them.</summary>
internal static class PermissionRenderer
{
    public static JsonObject Render(
        DriveState drive, ItemNode holder, SharePermission permission, string baseUrl, bool isInherited = false, bool isOwner = true)
    {
        var json = new JsonObject
        {
            ["id"] = permission.Id,
            ["roles"] = new JsonArray([.. permission.Roles.Select(role => (JsonNode)role)]),
        };
        if (permission.LinkType is not null)
        {
            json["shareId"] = permission.ShareId;
            json["link"] = Link(drive, permission, holder, baseUrl, isOwner);
            AddIdentities(json, permission);
        }
        else
        {
            AddHolder(json, permission);
        }

        json["hasPassword"] = permission.Password is not null;
        if (permission.Expiration is { } expiration)
        {
            json["expirationDateTime"] = ItemRenderer.Date(expiration);
        }

        // OneDrive for Business never says from where a permission comes: https://learn.microsoft.com/graph/api/resources/permission.
        if (isInherited && drive.Type == EmulatorDriveType.Personal)
        {
            json["inheritedFrom"] = new JsonObject { ["driveId"] = drive.Id, ["id"] = holder.Id };
        }

        return json;
    }

    /// <summary>A sharing link in the form of the drive's kind; there are clients that take it apart.</summary>
    private static string LinkUrl(DriveState drive, SharePermission permission, ItemNode item, string baseUrl)
    {
        var kind = item.IsFolder ? 'f' : 'u';
        var owner = drive.WebUrlPath.Split('/')[1];
        return drive.Type switch
        {
            EmulatorDriveType.Personal => $"{baseUrl}/{kind}/{permission.ShareId}",
            EmulatorDriveType.DocumentLibrary => $"{baseUrl}/:{kind}:/s/{owner}/{permission.ShareId}",
            _ => $"{baseUrl}/:{kind}:/g/personal/{owner}/{permission.ShareId}",
        };
    }

    private static JsonObject Link(DriveState drive, SharePermission permission, ItemNode item, string baseUrl, bool isOwner)
    {
        var link = new JsonObject
        {
            ["type"] = permission.LinkType,
            ["preventsDownload"] = false,
        };
        if (permission.LinkScope is { } scope)
        {
            link["scope"] = scope;
        }

        if (isOwner)
        {
            var url = LinkUrl(drive, permission, item, baseUrl);
            link["webUrl"] = url;
            if (permission.LinkType == "embed")
            {
                link["webHtml"] = $"<iframe src=\"{url}\" width=\"98\" height=\"120\" frameborder=\"0\" scrolling=\"no\"></iframe>";
            }
        }

        if (permission.CreatedBy is { ApplicationId.Length: > 0 } creator)
        {
            link["application"] = new JsonObject { ["id"] = creator.ApplicationId, ["displayName"] = creator.ApplicationName };
        }

        return link;
    }

    private static void AddIdentities(JsonObject json, SharePermission permission)
    {
        if (permission.Users.Count + permission.Guests.Count == 0)
        {
            return;
        }

        json["grantedToIdentities"] = new JsonArray([.. Identities(permission)]);
        json["grantedToIdentitiesV2"] = new JsonArray([.. Identities(permission)]);
    }

    private static IEnumerable<JsonNode> Identities(SharePermission permission)
        => permission.Users.Select(User).Concat(
            permission.Guests.Select(email => (JsonNode)new JsonObject { ["user"] = new JsonObject { ["email"] = email } }));

    private static void AddHolder(JsonObject json, SharePermission permission)
    {
        if (permission.Users is [var user, ..])
        {
            json["@deprecated.GrantedTo"] = "GrantedTo has been deprecated. Refer to GrantedToV2";
            json["grantedTo"] = User(user);
            json["grantedToV2"] = User(user);
        }

        if (permission.InvitedEmail is { } email)
        {
            json["invitation"] = new JsonObject { ["email"] = email, ["signInRequired"] = permission.RequiresSignIn };
        }
    }

    private static JsonNode User(UserState user) => new JsonObject
    {
        ["user"] = new JsonObject { ["id"] = user.Id, ["displayName"] = user.DisplayName, ["email"] = user.Mail },
    };
}
