using System.Globalization;
using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.FieldTests.Walking;

/// <summary>Lists that the service never ends. Each case stops within a few requests.</summary>
public sealed class EndlessListTests
{
    [Theory]
    [FieldCase("F1", "H2", Source = "OneDrive/onedrive-api-docs#422",
        Report = "The next links of a list form a cycle: the last page links to an earlier one.",
        Right = "The list ends with an exception within a few pages; so do folder transfers, listings, permissions and pages of batches.")]
    [InlineData("B A")]
    [InlineData("B C B")]
    [InlineData("B B")]
    [InlineData("first")]
    public async Task ListChildren_WhenNextLinksLeadInACircle_Ends(string circle)
    {
        var links = circle.Split(' ');
        ScriptedService service = null!;
        await using var started = service = new ScriptedService(request => ScriptedFolders.Page(
            service.At("v1.0/me/drive/root/children" + (links[0] == "first" ? "" : "?page=" + After(request, links))),
            ScriptedFolders.File(request.Number.ToString(CultureInfo.InvariantCulture))));
        using var client = FieldClient.Create(service);

        await Assert.ThrowsAsync<OneDriveConnectionException>(() => client.Items.ListChildrenAsync(DriveAddress.Me.Root).ListAsync());

        Assert.InRange(service.Requests.Count, 1, 12);
    }

    [Fact]
    [FieldCase("F1", "H2")]
    public async Task DownloadFolder_WhenAListLeadsInACircle_FailsThatFolderAndTakesTheOthers()
    {
        using var local = new TemporaryDirectory();
        ScriptedService service = null!;
        await using var started = service = new ScriptedService(request => request switch
        {
            _ when request.Lists("/items/loop") => ScriptedFolders.Page(
                service.At($"v1.0/drives/b!d/items/loop/children?page={(request.Query == "page=A" ? "B" : "A")}")),
            _ when request.Lists("/items/good") => ScriptedFolders.Page(null),
            _ when request.Lists("/items/top") => ScriptedFolders.Page(
                null, ScriptedFolders.Folder("loop", "loop"), ScriptedFolders.Folder("good", "good")),
            _ => Answer.Json(ScriptedFolders.Folder("top")),
        });
        using var client = FieldClient.Create(service);

        var result = await client.Content.DownloadFolderAsync(DriveAddress.Me.Path("/f"), local.Path);

        Assert.False(result.IsComplete);
        Assert.Equal("loop", Assert.Single(result.Failures).RelativePath);
        Assert.True(Directory.Exists(Path.Combine(local.Path, "good")));
    }

    [Fact]
    [FieldCase("F1", "H2")]
    public async Task ListDescendants_WhenAListLeadsInACircle_ListsTheRestAndSaysSo()
    {
        ScriptedService service = null!;
        await using var started = service = new ScriptedService(request =>
            request.Lists("/items/loop") ? ScriptedFolders.Page(service.At("v1.0/drives/b!d/items/loop/children"))
            : ScriptedFolders.Page(null, ScriptedFolders.Folder("loop"), ScriptedFolders.File("last")));
        using var client = FieldClient.Create(service);
        var seen = new List<string?>();

        var incomplete = await Assert.ThrowsAsync<IncompleteListingException>(async () =>
        {
            await foreach (var item in client.Items.ListDescendantsAsync(DriveAddress.Me.Root))
            {
                seen.Add(item.Id);
            }
        });

        Assert.Equal(["loop", "last"], seen);
        Assert.Equal("loop", Assert.Single(incomplete.Folders).Folder.Id);
    }

    [Fact]
    [FieldCase("F1", "H2")]
    public async Task ListPermissions_WhenNextLinksLeadInACircle_Ends()
    {
        ScriptedService service = null!;
        await using var started = service = new ScriptedService(request => Answer.Json(
            $$"""{"@odata.nextLink":"{{service.At($"v1.0/me/drive/root/permissions?p={request.Number % 2}")}}","value":[]}"""));
        using var client = FieldClient.Create(service);

        await Assert.ThrowsAsync<OneDriveConnectionException>(
            () => client.Sharing.ListPermissionsAsync(DriveAddress.Me.Root).ListAsync());

        Assert.InRange(service.Requests.Count, 1, 12);
    }

    [Fact]
    [FieldCase("F1", "H2")]
    public async Task AsPages_FromATokenOfABatch_EndsToo()
    {
        ScriptedService service = null!;
        await using var started = service = new ScriptedService(request =>
        {
            var next = service.At($"v1.0/me/drive/root/children?p={request.Number % 2}");
            return request.Method == "POST"
                ? Answer.Json($$$"""{"responses":[{"id":"1","status":200,"body":{"@odata.nextLink":"{{{next}}}","value":[]}}]}""")
                : ScriptedFolders.Page(next);
        });
        using var client = FieldClient.Create(service);
        var batch = new BatchRequest();
        var first = batch.ListChildren(DriveAddress.Me.Root);
        await client.Batch.SendAsync(batch);

        var pages = client.Items.ListChildrenAsync(DriveAddress.Me.Root).AsPagesAsync(first.Result.ContinuationToken);

        await Assert.ThrowsAsync<OneDriveConnectionException>(() => pages.ListAsync());
        Assert.InRange(service.Requests.Count, 1, 12);
    }

    [Fact]
    [FieldCase("H2.same-pages", "H2", Source = "own",
        Report = "The next links differ each time, and every page contains the same items.",
        Right = "The list ends with an exception after a thousand consecutive repetitions.")]
    public async Task ListChildren_WhenThePagesRepeatUnderNewLinks_Ends()
    {
        ScriptedService service = null!;
        await using var started = service = new ScriptedService(request => ScriptedFolders.Page(
            service.At($"v1.0/me/drive/root/children?n={request.Number}"), ScriptedFolders.File("1"), ScriptedFolders.File("2")));
        using var client = FieldClient.Create(service);

        await Assert.ThrowsAsync<OneDriveConnectionException>(() => client.Items.ListChildrenAsync(DriveAddress.Me.Root).ListAsync());

        Assert.InRange(service.Requests.Count, 500, 1001);
    }

    [Fact]
    [FieldCase("H2.empty-pages", "H2", Source = "own",
        Report = "A delta returns empty pages with a new next link each time, without end.",
        Right = "The list ends with an exception after a thousand consecutive empty pages.")]
    public async Task ReadChanges_WhenOnlyEmptyPagesCome_Ends()
    {
        ScriptedService service = null!;
        await using var started = service = new ScriptedService(request => ScriptedFolders.Page(
            service.At($"v1.0/me/drive/root/delta?token={request.Number}")));
        using var client = FieldClient.Create(service);

        await Assert.ThrowsAsync<OneDriveConnectionException>(() => client.Changes.ReadAsync(DriveAddress.Me.Root).ListAsync());

        Assert.InRange(service.Requests.Count, 100, 1001);
    }

    private static string After(ScriptedRequest request, string[] links)
    {
        var index = request.Query.Length == 0 ? -1 : Array.IndexOf(links, request.Query["page=".Length..]);
        return links[Math.Min(index + 1, links.Length - 1)];
    }
}
