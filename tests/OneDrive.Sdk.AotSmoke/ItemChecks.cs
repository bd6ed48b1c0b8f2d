using System.Net;
using OneDrive.Sdk.AotSmoke.Service;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.AotSmoke;

/// <summary>JSON in both directions, by the generated code.</summary>
internal static class ItemChecks
{
    private const string File = """
        {
          "@odata.etag": "\"{01},2\"",
          "id": "01FILE",
          "name": "100% #1.txt",
          "size": 4,
          "eTag": "\"{01},2\"",
          "createdDateTime": "2024-02-29T01:02:03.4567Z",
          "parentReference": { "driveId": "b!drive", "driveType": "business", "path": "/drive/root:/Reports" },
          "file": { "mimeType": "text/plain", "hashes": { "quickXorHash": "jaDAEKgAAAAAAAAABAAAAAAAAAA=" } },
          "shared": { "scope": "a scope of tomorrow" },
          "photo": { "iso": 100, "exposureDenominator": 0.5 },
          "facetOfTomorrow": { "answer": 42 }
        }
        """;

    internal static async Task RunAsync(Checks checks)
    {
        await GetAsync(checks);
        await ListAsync(checks);
        await CreateFolderAsync(checks);
    }

    private static async Task GetAsync(Checks checks)
    {
        var service = new CannedService().On("GET", "me/drive/root:/Reports/100%25%20%231.txt", HttpStatusCode.OK, File);
        using var client = Client.For(service);

        var item = await client.Items.GetAsync(DriveAddress.Me.Path("/Reports/100% #1.txt"));

        checks.Equal("an item's name is read", "100% #1.txt", item.Name);
        checks.Equal("an item's size is read", 4L, item.Size);
        checks.Equal("a date is read", new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.Zero).AddTicks(4_567_000), item.CreatedDateTime);
        checks.Equal("a value of an open set is read", DriveKind.Business, item.ParentReference?.DriveType);
        checks.Equal("a value of tomorrow is no error", "a scope of tomorrow", item.Shared?.Scope?.Value);
        checks.Equal("numbers in a facet are read", 0.5, item.Photo?.ExposureDenominator);
        checks.Equal("a property of tomorrow is kept", 42, item.AdditionalData?["facetOfTomorrow"].GetProperty("answer").GetInt32());
        checks.Equal("lists that are absent are empty", 0, item.Permissions.Count);
        checks.Equal("an item knows its address", "drives/b!drive/items/01FILE", item.Address.ToString());
        checks.Equal("the token of the client went along", $"Bearer {Client.Token}", service.Last.Header("Authorization"));
    }

    private static async Task ListAsync(Checks checks)
    {
        var service = new CannedService()
            .On("GET", "me/drive/root/children?$top=2", HttpStatusCode.OK, """
                {
                  "value": [ { "id": "1", "name": "a", "folder": { "childCount": 3 } }, { "id": "2", "name": "b", "file": {} } ],
                  "@odata.nextLink": "https://graph.microsoft.com/v1.0/me/drive/root/children?$skiptoken=next%20page"
                }
                """)
            .On("GET", "me/drive/root/children?$skiptoken=next%20page", HttpStatusCode.OK, """{ "value": [ { "id": "3", "name": "c" } ] }""");
        using var client = Client.For(service);

        var items = new List<DriveItem>();
        await foreach (var item in client.Items.ListChildrenAsync(DriveAddress.Me.Path("/"), new ListChildrenOptions { PageSize = 2 }))
        {
            items.Add(item);
        }

        checks.Same("children of all pages are listed", ["a", "b", "c"], items.Select(item => item.Name));
        checks.Equal("a folder is a folder", 3, items[0].Folder?.ChildCount);
        checks.That("an empty facet is there", items[1].File is not null && items[2].File is null);
        checks.That("the next page was asked for by its link", service.IsDone);
    }

    private static async Task CreateFolderAsync(Checks checks)
    {
        var service = new CannedService().On(
            "POST", "me/drive/root:/Reports:/children", HttpStatusCode.Created, """{ "id": "9", "name": "2024 \"Q1\"", "folder": {} }""");
        using var client = Client.For(service);

        var folder = await client.Items.CreateFolderAsync(
            DriveAddress.Me.Path("/Reports"), "2024 Q1", new CreateFolderOptions { Conflict = ConflictBehavior.Rename });

        checks.Equal(
            "a request is written", """{"name":"2024 Q1","folder":{},"@microsoft.graph.conflictBehavior":"rename"}""", service.Last.Text);
        checks.Equal("the folder is returned", "2024 \"Q1\"", folder.Name);
    }
}
