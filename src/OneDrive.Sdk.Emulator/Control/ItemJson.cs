using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>A file or folder as the control addresses show it. Called under the lock of the drive.</summary>
internal static class ItemJson
{
    public static JsonObject Write(ItemNode item)
    {
        var json = new JsonObject
        {
            ["id"] = item.Id,
            ["name"] = item.Name,
            ["path"] = item.GetPath(),
            ["isFolder"] = item.IsFolder,
            ["size"] = item.Size,
            ["eTag"] = item.ETag,
            ["cTag"] = item.CTag,
            ["created"] = ControlJson.Date(item.FileSystemCreated),
            ["modified"] = ControlJson.Date(item.FileSystemModified),
            ["modifiedBy"] = NameOf(item.ModifiedBy),
            ["isInfected"] = item.IsInfected,
            ["isShared"] = item.Permissions.Count > 0,
        }.With("description", item.Description);
        if (item.IsFolder)
        {
            json["childCount"] = item.ChildCount;
            return json;
        }

        json.With("quickXorHash", item.Content?.QuickXorHash);
        if (item.ContentDescription is { } description)
        {
            json["describedAs"] = new JsonObject { ["size"] = description.Size }
                .With("quickXorHash", description.QuickXorHash)
                .With("sha1Hash", description.Sha1Hash);
        }

        json["versions"] = new JsonArray(
        [
            (JsonNode)WriteVersion(item.History.CurrentId, item.Size, item.Modified, item.ModifiedBy),
            .. item.History.Earlier.Select(version =>
                WriteVersion(version.Id, version.Content.Length, version.Modified, version.ModifiedBy)),
        ]);
        return json;
    }

    private static JsonObject WriteVersion(string id, long size, DateTimeOffset modified, Actor actor) => new JsonObject
    {
        ["id"] = id,
        ["size"] = size,
        ["modified"] = ControlJson.Date(modified),
        ["modifiedBy"] = NameOf(actor),
    };

    private static string NameOf(Actor actor) => actor.UserName ?? actor.ApplicationName;
}
