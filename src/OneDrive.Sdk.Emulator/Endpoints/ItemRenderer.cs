using System.Globalization;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>
/// Items, drives and identities as JSON. Properties that have no value are left out: for real clients presence is meaning.
/// </summary>
internal sealed class ItemRenderer(DownloadUrls downloads, EmulatorOptions options)
{
    public const string DownloadUrlProperty = "@microsoft.graph.downloadUrl";

    /// <summary>An item that is a response of its own, and so says where it is described.</summary>
    public JsonObject RenderAnswer(DriveState drive, ItemNode item, string baseUrl)
        => Render(
            drive,
            item,
            baseUrl,
            new JsonObject { ["@odata.context"] = $"{baseUrl}/v1.0/$metadata#drives('{drive.Id}')/items/$entity" });

    public JsonObject Render(DriveState drive, ItemNode item, string baseUrl) => Render(drive, item, baseUrl, []);

    private JsonObject Render(DriveState drive, ItemNode item, string baseUrl, JsonObject json)
    {
        if (!item.IsFolder)
        {
            json[DownloadUrlProperty] = downloads.Create(drive, item, baseUrl);
        }

        json["id"] = item.Id;
        json["name"] = item.Name;
        json["createdDateTime"] = Date(item.Created);
        json["lastModifiedDateTime"] = Date(item.Modified);
        json["eTag"] = item.ETag;
        if (!item.IsFolder || drive.Type == EmulatorDriveType.Personal)
        {
            json["cTag"] = item.CTag;
        }

        json["size"] = item.ContentDescription?.Size ?? item.Size;
        json["webUrl"] = WebUrl(drive, item, baseUrl);
        if (item.Description is { Length: > 0 } description)
        {
            json["description"] = description;
        }

        json["createdBy"] = IdentitySet(item.CreatedBy);
        json["lastModifiedBy"] = IdentitySet(item.ModifiedBy);
        json["parentReference"] = ParentReference(drive, item);
        json["fileSystemInfo"] = new JsonObject
        {
            ["createdDateTime"] = Date(item.FileSystemCreated),
            ["lastModifiedDateTime"] = Date(item.FileSystemModified),
        };
        AddFacets(json, drive, item);
        return json;
    }

    /// <summary>An item of another user's drive, as it appears in the lists of the user.</summary>
    public JsonObject RenderRemote(DriveState drive, ItemNode item, string baseUrl)
    {
        var remote = Render(drive, item, baseUrl);
        remote.Remove(DownloadUrlProperty);
        foreach (var name in (string[])["eTag", "cTag", "description", "publication"])
        {
            remote.Remove(name);
        }

        return new JsonObject { ["id"] = item.Id, ["name"] = item.Name, ["size"] = item.Size, ["remoteItem"] = remote };
    }

    public static JsonObject RenderDrive(DriveState drive, string baseUrl) => new()
    {
        ["id"] = drive.Id,
        ["driveType"] = DriveTypeName(drive.Type),
        ["name"] = drive.Name ?? (drive.Type == EmulatorDriveType.DocumentLibrary ? "Documents" : "OneDrive"),
        ["description"] = drive.Description ?? string.Empty,
        ["createdDateTime"] = Date(drive.Root.Created),
        ["lastModifiedDateTime"] = Date(drive.Root.Modified),
        ["webUrl"] = $"{baseUrl}/{drive.WebUrlPath}",
        ["owner"] = new JsonObject
        {
            [OwnerKind(drive.Type)] = Identity(drive.Owner.UserId!, drive.Owner.UserName!, drive.Owner.UserEmail),
        },
        ["quota"] = new JsonObject
        {
            ["total"] = drive.Quota,
            ["used"] = drive.Used,
            ["remaining"] = drive.Remaining,
            ["deleted"] = 0,
            ["state"] = QuotaState(drive),
        },
    };

    public static string DriveTypeName(EmulatorDriveType type) => type switch
    {
        EmulatorDriveType.Personal => "personal",
        EmulatorDriveType.DocumentLibrary => "documentLibrary",
        _ => "business",
    };

    public static string Date(DateTimeOffset date)
        => date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private static string OwnerKind(EmulatorDriveType type) => type == EmulatorDriveType.DocumentLibrary ? "group" : "user";

    private void AddFacets(JsonObject json, DriveState drive, ItemNode item)
    {
        if (item.Remote is { } remote)
        {
            json["remoteItem"] = new JsonObject
            {
                ["id"] = remote.ItemId,
                ["name"] = remote.Name,
                ["folder"] = new JsonObject(),
                ["parentReference"] = new JsonObject { ["driveId"] = remote.DriveId, ["driveType"] = DriveTypeName(remote.DriveType) },
            };
        }
        else if (item.Bundle is { } bundle)
        {
            json["bundle"] = new JsonObject { ["childCount"] = bundle.Items.Count };
            if (bundle.IsAlbum)
            {
                json["bundle"]!["album"] = new JsonObject();
            }
        }
        else if (item.IsFolder)
        {
            json["folder"] = new JsonObject { ["childCount"] = item.ChildCount };
        }
        else
        {
            var mimeType = MimeTypes.Of(item.Name);
            var file = new JsonObject { ["mimeType"] = mimeType };
            if (mimeType.StartsWith("image/", StringComparison.Ordinal))
            {
                // Present, but without a size: nothing looks into the picture.
                json["image"] = new JsonObject();
            }

            if (item.Content is { } content && (item.Size > 0 || options.Lenient))
            {
                var sha1 = drive.Type == EmulatorDriveType.Personal ? content.FindSha1() : null;
                AddHashes(file, item.ContentDescription ?? new ContentDescription(item.Size, content.QuickXorHash, sha1));
            }

            json["file"] = file;
        }

        if (item.Parent is null)
        {
            json[drive.FindRecycled(item.Id) is null ? "root" : "deleted"] = new JsonObject();
        }

        if (!item.IsFolder && drive.Type != EmulatorDriveType.Personal)
        {
            json["publication"] = new JsonObject { ["level"] = item.CheckedOutBy is null ? "published" : "checkout" };
        }

        if (item.Permissions.Count > 0)
        {
            var scopes = item.Permissions.Select(permission => permission.LinkScope ?? "users").ToHashSet(StringComparer.Ordinal);
            json["shared"] = new JsonObject
            {
                ["scope"] = scopes.Contains("anonymous") ? "anonymous" : scopes.Contains("organization") ? "organization" : "users",
            };
        }

        if (item.SpecialFolder is { } special)
        {
            json["specialFolder"] = new JsonObject { ["name"] = special };
        }
    }

    private static void AddHashes(JsonObject file, ContentDescription content)
    {
        var hashes = new JsonObject();
        if (content.QuickXorHash is { } quickXorHash)
        {
            hashes["quickXorHash"] = quickXorHash;
        }

        if (content.Sha1Hash is { } sha1Hash)
        {
            hashes["sha1Hash"] = sha1Hash;
        }

        if (hashes.Count > 0)
        {
            file["hashes"] = hashes;
        }
    }

    private static JsonObject ParentReference(DriveState drive, ItemNode item)
    {
        var reference = new JsonObject { ["driveId"] = drive.Id, ["driveType"] = DriveTypeName(drive.Type) };
        if (item.Parent is { } parent)
        {
            reference["id"] = parent.Id;
            reference["name"] = parent.Name;
            reference["path"] = $"/drives/{drive.Id}/root:{EncodedPath(parent)}";
        }

        return reference;
    }

    private static string WebUrl(DriveState drive, ItemNode item, string baseUrl) => $"{baseUrl}/{drive.WebUrlPath}{EncodedPath(item)}";

    private static string EncodedPath(ItemNode item)
        => item.Parent is { } parent ? $"{EncodedPath(parent)}/{Uri.EscapeDataString(item.Name)}" : string.Empty;

    public static JsonObject IdentitySet(Actor actor)
    {
        var set = new JsonObject();
        if (actor.ApplicationId.Length > 0)
        {
            set["application"] = Identity(actor.ApplicationId, actor.ApplicationName, email: null);
        }

        if (actor.UserId is { } userId)
        {
            set["user"] = Identity(userId, actor.UserName ?? userId, actor.UserEmail);
        }

        return set;
    }

    private static JsonObject Identity(string id, string displayName, string? email)
    {
        var identity = new JsonObject { ["id"] = id, ["displayName"] = displayName };
        if (email is not null)
        {
            identity["email"] = email;
        }

        return identity;
    }

    // The thresholds of https://learn.microsoft.com/graph/api/resources/quota: nearing below 10 % of room, critical below 1 %.
    private static string QuotaState(DriveState drive) => drive.Remaining switch
    {
        0 => "exceeded",
        var remaining when remaining < drive.Quota / 100 => "critical",
        var remaining when remaining < drive.Quota / 10 => "nearing",
        _ => "normal",
    };
}
