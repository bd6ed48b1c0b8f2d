using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>
/// Items as a list of changes shows them: without a path unless requested, and with less than elsewhere, depending on the kind of drive.
/// See the remarks of https://learn.microsoft.com/graph/api/driveitem-delta.
/// </summary>
internal static class DeltaRendering
{
    public static JsonObject Present(ItemRenderer renderer, DriveState drive, ItemNode item, string baseUrl, bool withPath)
    {
        var json = renderer.Render(drive, item, baseUrl);
        if (!withPath)
        {
            (json["parentReference"] as JsonObject)?.Remove("path");
        }

        if (drive.Type != EmulatorDriveType.Personal)
        {
            json.Remove("cTag");
        }

        return json;
    }

    public static JsonObject Gone(DriveState drive, ChangeEntry entry)
    {
        var json = new JsonObject { ["id"] = entry.Item.Id };
        if (drive.Type == EmulatorDriveType.Personal)
        {
            json["name"] = entry.Item.Name;
        }
        else
        {
            json["size"] = entry.Item.Size;
        }

        var reference = new JsonObject { ["driveId"] = drive.Id, ["driveType"] = ItemRenderer.DriveTypeName(drive.Type) };
        if (entry.ParentId is { } parentId)
        {
            reference["id"] = parentId;
        }

        json["parentReference"] = reference;
        json[entry.Item.IsFolder ? "folder" : "file"] = new JsonObject();
        json["deleted"] = new JsonObject { ["state"] = "deleted" };
        return json;
    }
}
