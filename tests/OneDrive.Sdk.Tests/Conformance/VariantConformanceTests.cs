namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>
/// The operations and the ways to address a thing, put together: more requests than the pages show, all made by public methods. This needs
/// no folder of examples.
/// </summary>
public sealed class VariantConformanceTests
{
    private static readonly string[] Drives =
    [
        "/me/drive", "/drive", "/users/{user-id}/drive", "/users/adele@contoso.com/drive", "/groups/{group-id}/drive",
        "/sites/{site-id}/drive", "/sites/contoso.sharepoint.com:/sites/team:/drive", "/drives/{drive-id}", "/drives/b!a-_1",
    ];

    private static readonly string[] Items =
    [
        "/root", "/root:/{item-path}:", "/root:/a/b%20c/100%25.txt:", "/items/{item-id}", "/items/123!45", "/items/{parent-id}:/{name}:",
        "/special/{name}", "/special/approot:/a/b.txt:",
    ];

    private static readonly string[] Others =
    [
        "/shares/{share-id}/driveItem", "/shares/{encoded-url}/driveItem:/a/b:",
        "/sites/{site-id}/lists/{list-id}/items/{item-id}/driveItem", "/drives/{drive-id}/list/items/{item-id}/driveItem",
    ];

    /// <summary>What can be done with each of them, however it is addressed.</summary>
    private static readonly string[] EveryItem =
    [
        "GET", "GET ?$select=id,name&$expand=children", "PATCH", "DELETE", "GET /children?$top=5&$orderby=name", "GET /delta",
        "POST /copy", "POST /createLink", "GET /permissions", "GET /thumbnails?select=c300x400_crop", "GET /versions", "POST /checkout",
    ];

    private static readonly string[] OneItem =
    [
        "GET ?includeDeletedItems=true", "HEAD", "POST /children", "GET /children?$filter=file ne null", "GET /children?$skipToken=abc",
        "GET /search(q='{text}')?$top=1", "GET /search(q='it''s')", "GET /content", "GET /content?format=pdf",
        "GET /content?format=jpg&width=10&height=20", "POST /invite", "GET /permissions/{id}", "PATCH /permissions/{id}",
        "DELETE /permissions/{id}", "POST /validatePermission", "POST /checkin", "POST /discardCheckout", "POST /follow",
        "POST /preview", "POST /restore", "POST /permanentDelete", "GET /versions/{id}", "GET /versions/{id}/content",
        "POST /versions/{id}/restoreVersion", "DELETE /versions/{id}", "GET /thumbnails/{id}/{size}", "GET /thumbnails/{id}/{size}/content",
        "PUT /thumbnails/0/source/content", "GET /retentionLabel", "PATCH /retentionLabel", "DELETE /retentionLabel",
        "POST /assignSensitivityLabel", "POST /extractSensitivityLabels", "GET /analytics", "GET /analytics/allTime",
        "GET /analytics/lastSevenDays", "GET /activities?$top=4",
        "GET /getActivitiesByInterval(startDateTime='2017-01-01',endDateTime='2017-01-10',interval='week')",
        "GET /listItem?$expand=fields", "PATCH /listItem/fields", "GET /listItem/versions", "GET /listItem/versions/{id}",
        "POST /listItem/versions/{id}/restoreVersion", "GET /listItem/documentSetVersions", "POST /listItem/documentSetVersions",
        "POST /listItem/documentSetVersions/{id}/restore", "DELETE /listItem/documentSetVersions/{id}", "GET /delta?token=latest",
        "GET /delta?token=2021-09-29T20%3A00%3A00Z", "GET /delta(token='x')",
    ];

    private static readonly string[] File = ["PUT /content", "POST /createUploadSession"];

    private static readonly string[] Rest =
    [
        "GET /me", "GET /users/{id}", "GET /users", "GET /groups", "GET /groups?$filter=mail eq 'a@b'", "GET /sites?search=team",
        "GET /sites/{id}", "GET /sites/contoso.sharepoint.com:/sites/team", "GET /sites/{id}/drives?$expand=root&$orderby=name",
        "GET /me/drives", "GET /users/{id}/drives", "GET /groups/{id}/drives?$top=3", "PATCH /drives/{id}", "GET /me/drive/recent",
        "GET /me/drive/sharedWithMe?allowexternal=true", "GET /drive/shared", "GET /me/drive/following", "GET /me/drive/search(q='x')",
        "GET /drive/bundles?filter=bundle/album ne null", "GET /drive/bundles/{id}?expand=children", "POST /drive/bundles",
        "POST /drive/bundles/{id}/children", "DELETE /drive/bundles/{id}/children/{item}", "PATCH /drive/items/{bundle-id}",
        "DELETE /drive/items/{bundle-id}", "GET /drives/{id}/activities?$expand=driveItem", "DELETE /me/drive/following/{id}",
        "GET /sites/{id}/analytics", "GET /drives/{id}/list", "GET /me/drive/list/columns", "GET /drives/{id}/list/contentTypes",
        "GET /sites/{s}/lists/{l}", "GET /sites/{s}/lists/{l}/items?expand=fields(select=A,B)", "POST /sites/{s}/lists/{l}/items",
        "GET /sites/{s}/lists/{l}/items/{i}", "DELETE /sites/{s}/lists/{l}/items/{i}", "PATCH /sites/{s}/lists/{l}/items/{i}/fields",
        "GET /sites/{s}/lists/{l}/items/{i}/versions/{v}", "POST /sites/{s}/lists/{l}/items/{i}/versions/{v}/restoreVersion",
        "GET /sites/{s}/lists/{l}/items/{i}/documentSetVersions", "POST /sites/{s}/lists/{l}/items/{i}/documentSetVersions/{v}/restore",
        "GET /sites/{s}/lists/{l}/items/{i}/analytics", "GET /shares/{t}?$expand=driveItem", "GET /shares/{t}/permission",
        "POST /shares/{t}/permission/grant", "GET /shares/{t}/list", "GET /shares/{t}/listItem", "GET /shares/{t}/site",
        "GET /shares/{t}/items", "GET /shares/{t}/root", "POST /subscriptions", "GET /subscriptions", "GET /subscriptions/{id}",
        "PATCH /subscriptions/{id}", "DELETE /subscriptions/{id}", "POST /subscriptions/{id}/reauthorize",
        "GET /me/drive/root/subscriptions/socketIo", "GET /drives/{id}/list/subscriptions/socketIo",
        "POST /me/drive/root:/a/b:/unfollow", "GET /me/drive/items/{id}/children/{name}",
        "PUT /me/drive/items/{id}/children/{name}/content",
    ];

    [Fact]
    public async Task EveryOperation_IsMadeHoweverItIsAddressed()
    {
        var everywhere = Drives.SelectMany(drive => Items.Select(item => drive + item)).Concat(Others);
        string[] somewhere = ["/me/drive/items/{item-id}", "/drives/{drive-id}/root:/a/{item-path}:"];
        string[] files = ["/items/{item-id}", "/items/{parent-id}:/{name}:", "/root:/a/b.txt:", "/special/approot:/a.txt:"];
        List<string> problems = [];
        foreach (var variant in
            everywhere.SelectMany(address => EveryItem.Select(operation => At(operation, address)))
                .Concat(somewhere.SelectMany(address => OneItem.Select(operation => At(operation, address))))
                .Concat(Drives.SelectMany(drive => files.SelectMany(file => File.Select(operation => At(operation, drive + file)))))
                .Concat(Rest))
        {
            if (await RequestCheck.FindProblemAsync(Request(variant)) is { } problem)
            {
                problems.Add($"{variant}: {problem}");
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public async Task EveryFieldOfEveryBody_AndEveryHeader_IsSent()
    {
        List<string> problems = [];
        foreach (var request in DocumentedBodies.All)
        {
            if (await RequestCheck.FindProblemAsync(request) is { } problem)
            {
                problems.Add($"{request.Method} {request.Url}: {problem}");
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    /// <summary>The operation at an address, whose last colon is dropped when nothing follows.</summary>
    private static string At(string operation, string address)
    {
        var parts = operation.Split(' ', 2);
        var tail = parts.Length > 1 ? parts[1] : "";
        return $"{parts[0]} {(tail.StartsWith('/') ? address : address.TrimEnd(':'))}{tail}";
    }

    private static CorpusRequest Request(string text)
    {
        var parts = text.Split(' ', 2);
        return DocumentedBodies.Read(parts[0], parts[1]);
    }
}
