using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Requests with every field that their bodies can have, and with every header that the service knows.</summary>
internal static class DocumentedBodies
{
    private const string Item = "/me/drive/items/{item-id}";

    internal static IEnumerable<CorpusRequest> All =>
    [
        Body("POST", Item + "/createLink", """
            {"type":"view","scope":"users","password":"p","expirationDateTime":"2030-01-01T00:00:00Z","retainInheritedPermissions":false,
            "message":"m","recipients":[{"email":"a@contoso.com"},{"objectId":"1"},{"alias":"b"}],"sendNotification":true}
            """),
        Body("POST", Item + "/createLink", """{"type":"embed"}"""),
        Body("POST", Item + "/invite", """
            {"recipients":[{"email":"a@contoso.com"}],"roles":["write"],"requireSignIn":false,"sendInvitation":true,"message":"m",
            "expirationDateTime":"2030-01-01T00:00:00Z","password":"p","retainInheritedPermissions":true}
            """),
        Body("PATCH", Item + "/permissions/{id}", """{"roles":["read","sp.full control"]}""", "If-Match: \"1\""),
        Body("PATCH", Item + "/permissions/{id}", """{"expirationDateTime":"2030-01-01T00:00:00Z"}"""),
        Body("POST", "/shares/{token}/permission/grant", """{"recipients":[{"email":"a@contoso.com"}],"roles":["read"]}"""),
        Body("POST", Item + "/copy?@microsoft.graph.conflictBehavior=rename", """
            {"parentReference":{"driveId":"b!1","id":"2"},"name":"n.txt","childrenOnly":true,"includeAllVersionHistory":true}
            """),
        Body("PATCH", Item, """{"parentReference":{"id":"2"},"name":"n.txt"}""", "If-Match: \"1,2\""),
        Body("PATCH", Item, """
            {"name":"n.txt","description":"d","fileSystemInfo":{"createdDateTime":"2020-01-01T00:00:00Z",
            "lastModifiedDateTime":"2021-01-01T00:00:00Z","lastAccessedDateTime":"2022-01-01T00:00:00Z"}}
            """),
        Body("DELETE", Item, null, "If-Match: \"1\""),
        Body("POST", Item + "/checkin", """{"comment":"c","checkInAs":"published"}"""),
        Body("POST", Item + "/preview", """{"page":3,"zoom":1.5,"viewer":"office","chromeless":true,"allowEdit":false}"""),
        Body("POST", Item + "/restore", """{"parentReference":{"id":"2"},"name":"n.txt"}"""),
        Body("POST", Item + "/assignSensitivityLabel", """
            {"sensitivityLabelId":"1","assignmentMethod":"privileged","justificationText":"j"}
            """),
        Body("POST", Item + "/validatePermission", """{"challengeToken":"t","password":"p"}"""),
        Body("PATCH", Item + "/retentionLabel", """{"name":"Retention label for Contoso"}"""),
        Body("PATCH", Item + "/retentionLabel", """{"retentionSettings":{"isRecordLocked":false}}"""),
        Body("PATCH", Item + "/listItem/fields", """{"Color":"Fuchsia","Quantity":934,"Done":true,"Note":null}"""),
        Body("POST", Item + "/listItem/documentSetVersions", """{"comment":"c","shouldCaptureMinorVersion":true}"""),
        Body("POST", "/sites/{s}/lists/{l}/items", """{"fields":{"Title":"Widget","Weight":32}}"""),
        Body("DELETE", "/sites/{s}/lists/{l}/items/{i}", null, "If-Match: \"1\""),
        Body("POST", "/me/drive/root/children", """{"name":"n","folder":{},"@microsoft.graph.conflictBehavior":"replace"}"""),
        Body("POST", "/me/drive/root/children", """{"name":"n","remoteItem":{"id":"1!2","parentReference":{"driveId":"1"}}}"""),
        Body("POST", "/me/drive/root:/a/b.txt:/createUploadSession", """
            {"item":{"@microsoft.graph.conflictBehavior":"replace","description":"d","fileSize":1234,
            "fileSystemInfo":{"lastModifiedDateTime":"2021-01-01T00:00:00Z"},"driveItemSource":{"application":"teams","externalId":"7"},
            "mediaSource":{"contentCategory":"meeting"}},"deferCommit":true}
            """, "If-None-Match: *"),
        Body("PUT", "/me/drive/root:/a/b.txt:/content?@microsoft.graph.conflictBehavior=fail", "the content", "Content-Type: text/plain"),
        Body("PATCH", "/drives/{id}", """{"name":"n","description":"d"}""", "If-Match: \"1\""),
        Body("POST", "/drive/bundles", """
            {"name":"n","@microsoft.graph.conflictBehavior":"rename","bundle":{"album":{}},"children":[{"id":"1"},{"id":"2"}]}
            """),
        Body("POST", "/drive/bundles/{id}/children", """{"id":"1"}"""),
        Body("POST", "/subscriptions", """
            {"changeType":"updated","notificationUrl":"https://contoso.example/a","lifecycleNotificationUrl":"https://contoso.example/b",
            "resource":"/drives/1/root","expirationDateTime":"2030-01-01T00:00:00Z","clientState":"s","latestSupportedTlsVersion":"v1_2"}
            """, "Prefer: includesecuritywebhooks"),
        Body("PATCH", "/subscriptions/{id}", """{"expirationDateTime":"2030-01-01T00:00:00Z"}"""),
        Body("GET", Item, null, "If-None-Match: \"1\""),
        Body("GET", Item + "/children", null, "If-None-Match: \"1\""),
        Body("GET", Item + "/permissions", null, "If-None-Match: \"1\""),
        Body("GET", "/me/drive/root/delta", null, "Prefer: hierarchicalsharing"),
        Body("GET", "/me/drive/root/delta", null, "deltaExcludeParent: true"),
        Body(
            "GET",
            "/me/drive/root/delta",
            null,
            "Prefer: deltashowremovedasdeleted, deltatraversepermissiongaps, deltashowsharingchanges"),
        Body("GET", "/shares/{token}/driveItem", null, "Prefer: redeemSharingLink"),
        Body("GET", "/shares/{token}", null, "Prefer: redeemSharingLinkIfNecessary"),
    ];

    /// <summary>The address of an operation, without a body.</summary>
    internal static CorpusRequest Read(string method, string url) => Read(method, url, isTemplate: true, body: null, header: null);

    private static CorpusRequest Body(string method, string url, string? body, string? header = null) =>
        Read(method, url, isTemplate: false, body, header);

    private static CorpusRequest Read(string method, string url, bool isTemplate, string? body, string? header)
    {
        var http = new JsonObject { ["method"] = method, ["url"] = url };
        if (body is not null)
        {
            http["body"] = body.StartsWith('{') ? JsonNode.Parse(body) : body;
        }

        if (header?.Split(": ", 2) is [var name, var value])
        {
            http["headers"] = new JsonObject { [name] = value };
        }

        var line = new JsonObject
        {
            ["id"] = url,
            ["operation"] = "variant",
            ["kind"] = isTemplate ? "template" : "example",
            ["http"] = http,
        };
        using var document = JsonDocument.Parse(line.ToJsonString());
        return CorpusRequest.Read(document.RootElement.Clone());
    }
}
