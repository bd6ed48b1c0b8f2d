using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Tests.Conformance;

/// <summary>Puts what is on the stage into the places of a body that a page fills with things of its own.</summary>
internal static class BodyCast
{
    internal static JsonObject Cast(DocumentedExchange exchange, Stage stage, EmulatorDrive drive, string receiver)
    {
        var body = exchange.Body!.DeepClone().AsObject();
        if (body["parentReference"] is JsonObject parent)
        {
            Set(parent, "driveId", drive.Id);
            Set(parent, "id", Stage.Target(drive));
            Set(parent, "path", "/drive/root:/Target");
        }

        if (body["children"] is JsonArray)
        {
            string[] items = [Stage.File(drive), Stage.Folder(drive)];
            body["children"] = new JsonArray([.. items.Select(id => new JsonObject { ["id"] = id })]);
        }

        if (body["recipients"] is JsonArray)
        {
            body["recipients"] = new JsonArray(new JsonObject { ["email"] = stage.Colleague.Mail });
        }

        Set(body, "id", Stage.Picture(drive));
        Set(body, "@microsoft.graph.sourceUrl", receiver);
        if (exchange.Says("/subscriptions") && exchange.Method is "POST" or "PATCH")
        {
            Set(body, "notificationUrl", receiver);
            Set(body, "lifecycleNotificationUrl", receiver);
            Set(body, "resource", "me/drive/root");
            Set(body, "changeType", "updated");
            Set(body, "expirationDateTime", Stage.SubscriptionBody(receiver)["expirationDateTime"]!.GetValue<string>());
        }

        if (body["remoteItem"] is JsonObject)
        {
            body["remoteItem"] = new JsonObject
            {
                ["id"] = Stage.Folder(stage.Colleague.Drive),
                ["parentReference"] = new JsonObject { ["driveId"] = stage.Colleague.Drive.Id },
            };
        }

        return body;
    }

    private static void Set(JsonObject json, string name, string value)
    {
        if (json.ContainsKey(name))
        {
            json[name] = value;
        }
    }
}
