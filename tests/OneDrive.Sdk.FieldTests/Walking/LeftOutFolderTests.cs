using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.FieldTests.Walking;

/// <summary>Folders that cannot be listed cost only themselves.</summary>
public sealed class LeftOutFolderTests
{
    private static Answer? Root(ScriptedRequest request) => request switch
    {
        _ when request.Lists("/items/vault") => Answer.Error(400, "invalidResourceId", "ObjectHandle is Invalid"),
        _ when request.Lists("/items/secret") => Answer.Error(403, "accessDenied"),
        _ when request.Lists("/items/gone") => Answer.Error(404, "itemNotFound"),
        _ when request.Is("GET", "/items/gone") => Answer.Error(404, "itemNotFound"),
        _ when request.Lists("/items/good") => ScriptedFolders.Page(null, ScriptedFolders.Folder("deep")),
        _ when request.Lists("/items/deep") => ScriptedFolders.Page(null),
        _ when request.Lists("/root") || request.Lists("/items/top") => ScriptedFolders.Page(
            null,
            ScriptedFolders.Folder("vault", "Personal Vault", ""","specialFolder":{"name":"vault"}"""),
            ScriptedFolders.Folder("secret", "secret"),
            ScriptedFolders.Folder("gone", "gone"),
            ScriptedFolders.Folder("good", "good")),
        _ => Answer.Json(ScriptedFolders.Folder("top")),
    };

    [Fact]
    [FieldCase("F5", "D1", Source = "rclone/rclone#8736",
        Report = "The root contains a locked Personal Vault, a folder without access and one that is deleted during the listing.",
        Right = "Everything else is listed; then one exception contains each skipped folder and its cause, but not the deleted one. A "
            + "folder transfer is not complete.")]
    public async Task ListDescendants_WhenFoldersCannotBeListed_ListsTheRestAndNamesThem()
    {
        await using var service = new ScriptedService(Root);
        using var client = FieldClient.Create(service);
        var seen = new List<string?>();

        var incomplete = await Assert.ThrowsAsync<IncompleteListingException>(async () =>
        {
            await foreach (var item in client.Items.ListDescendantsAsync(DriveAddress.Me.Root))
            {
                seen.Add(item.Id);
            }
        });

        Assert.Equal(["vault", "secret", "gone", "good", "deep"], seen);
        Assert.Equal(
            ["drives/b!d/items/vault invalidResourceId", "drives/b!d/items/secret accessDenied"],
            incomplete.Folders.Select(folder => $"{folder.Address} {((OneDriveApiException)folder.Error).ErrorCode}"));
    }

    [Fact]
    [FieldCase("F5", "D1")]
    public async Task ListDescendants_WithOnSkipped_TellsAndDoesNotThrow()
    {
        await using var service = new ScriptedService(Root);
        using var client = FieldClient.Create(service);
        var skipped = new List<string?>();

        var items = await client.Items.ListDescendantsAsync(
            DriveAddress.Me.Root, new ListDescendantsOptions { OnSkipped = folder => skipped.Add(folder.Folder.Id) }).ListAsync();

        Assert.Equal(5, items.Count);
        Assert.Equal(["vault", "secret"], skipped);
    }

    [Fact]
    [FieldCase("F5", "D1")]
    public async Task DownloadFolder_WhenTheVaultIsLocked_IsNotComplete()
    {
        using var local = new TemporaryDirectory();
        await using var service = new ScriptedService(
            request => request.Lists("/items/secret") ? ScriptedFolders.Page(null) : Root(request));
        using var client = FieldClient.Create(service);

        var result = await client.Content.DownloadFolderAsync(DriveAddress.Me.Path("/f"), local.Path);

        Assert.False(result.IsComplete);
        Assert.Equal((0, 1), (result.Failed, result.LockedFolders));
        Assert.Throws<AggregateException>(result.EnsureComplete);
    }

    [Fact]
    [FieldCase("D1.no-id", "D1", Source = "own",
        Report = "A folder is listed without an id, or with an id such as '..' that cannot be part of an address.",
        Right = "The folder is reported as skipped; its siblings are listed.")]
    public async Task ListDescendants_WhenAFolderHasNoUsableId_NamesItAndGoesOn()
    {
        await using var service = new ScriptedService(request => request.Lists("/items/good")
            ? ScriptedFolders.Page(null, ScriptedFolders.File("inside"))
            : ScriptedFolders.Page(null, """{"name":"n","folder":{}}""", ScriptedFolders.Folder(".."), ScriptedFolders.Folder("good")));
        using var client = FieldClient.Create(service);
        var skipped = new List<SkippedFolder>();

        var items = await client.Items.ListDescendantsAsync(
            DriveAddress.Me.Root, new ListDescendantsOptions { OnSkipped = skipped.Add }).ListAsync();

        Assert.Equal([null, "..", "good", "inside"], items.Select(item => item.Id));
        Assert.All(skipped, folder => Assert.Null(folder.Address));
        Assert.Equal(2, skipped.Count);
    }

    [Fact]
    [FieldCase("D1.broken-connection", "D1", Source = "own",
        Report = "The list of one folder is interrupted in the middle of the body, each time it is requested.",
        Right = "That folder is skipped and reported; the others are listed.")]
    public async Task ListDescendants_WhenOneListBreaksOffEachTime_GoesOnWithTheOthers()
    {
        await using var service = new ScriptedService(request =>
            request.Lists("/items/broken") ? ScriptedFolders.Page(null, ScriptedFolders.File("1")).BreaksAfter(20)
            : request.Lists("/items/good") ? ScriptedFolders.Page(null, ScriptedFolders.File("inside"))
            : ScriptedFolders.Page(null, ScriptedFolders.Folder("broken"), ScriptedFolders.Folder("good")));
        using var client = FieldClient.Create(service);
        var skipped = new List<string?>();

        var items = await client.Items.ListDescendantsAsync(
            DriveAddress.Me.Root, new ListDescendantsOptions { OnSkipped = folder => skipped.Add(folder.Folder.Id) }).ListAsync();

        Assert.Equal(["broken", "good", "inside"], items.Select(item => item.Id));
        Assert.Equal(["broken"], skipped);
    }

    [Fact]
    [FieldCase("D1.not-gone", "D1", Source = "own",
        Report = "The list of a folder returns 404, but the folder still exists.",
        Right = "The folder is reported as skipped; 404 alone is not treated as a deletion.")]
    public async Task ListDescendants_WhenAFolderIsNotFoundButThere_CountsIt()
    {
        await using var service = new ScriptedService(request =>
            request.Lists("/items/odd") ? Answer.Error(404, "itemNotFound")
            : request.Is("GET", "/items/odd") ? Answer.Json(ScriptedFolders.Folder("odd"))
            : ScriptedFolders.Page(null, ScriptedFolders.Folder("odd")));
        using var client = FieldClient.Create(service);

        await Assert.ThrowsAsync<IncompleteListingException>(() => client.Items.ListDescendantsAsync(DriveAddress.Me.Root).ListAsync());
    }
}
