using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.FieldTests.Walking;

/// <summary>Ids as the service really writes them.</summary>
public sealed class DriveIdTests
{
    private const string Bare = """{"id":"1","name":"f","folder":{}}""";

    [Fact]
    [FieldCase("F6", "D2", Source = "OneDrive/onedrive-api-docs#907",
        Report = "The children of a folder, and the items of a delta, are returned without parentReference.",
        Right = "They belong to the drive that was listed: listings and folder transfers continue. Found, recent and shared items "
            + "without a drive do not have an address.")]
    public async Task ListDescendants_OfItemsWithoutParentReference_GoesOn()
    {
        await using var service = new ScriptedService(request =>
            ScriptedFolders.Page(null, request.Lists("/root") ? [Bare] : ["""{"id":"2","name":"x","file":{}}"""]));
        using var client = FieldClient.Create(service);

        var items = await client.Items.ListDescendantsAsync(DriveAddress.Me.Root).ListAsync();

        Assert.Equal(["me/drive/items/1", "me/drive/items/2"], items.Select(item => item.Address.ToString()));
    }

    [Fact]
    [FieldCase("F6", "D2")]
    public async Task DownloadFolder_OfItemsWithoutParentReference_IsComplete()
    {
        using var local = new TemporaryDirectory();
        await using var service = new ScriptedService(request => request.Lists("/items/1")
            ? ScriptedFolders.Page(null, """{"id":"2","name":"sub","folder":{}}""")
            : request.Lists("/items/2") ? ScriptedFolders.Page(null) : Answer.Json(Bare));
        using var client = FieldClient.Create(service);

        var result = await client.Content.DownloadFolderAsync(DriveAddress.Me.Path("/f"), local.Path);

        Assert.True(result.IsComplete);
        Assert.True(Directory.Exists(Path.Combine(local.Path, "sub")));
    }

    [Fact]
    [FieldCase("F6", "D2")]
    public async Task ItemsWithoutParentReference_HaveAnAddressInADeltaAndNoneInASearch()
    {
        await using var service = new ScriptedService(request => Answer.Json(
            $$"""{"@odata.deltaLink":"https://h/delta?token=1","value":[{{Bare}}]}"""));
        using var client = FieldClient.Create(service);

        var changed = (await client.Changes.ReadAsync(DriveAddress.User("a@b.c").Root).ListAsync())[0].Items[0];
        var found = (await client.Items.SearchAsync(DriveAddress.Me.Root, "f").ListAsync())[0];

        Assert.Equal("users/a@b.c/drive/items/1", changed.Address.ToString());
        Assert.Throws<InvalidOperationException>(() => found.Address);
    }

    [Fact]
    [FieldCase("F7", "D2", Source = "OneDrive/onedrive-api-docs#1902",
        Report = "The service returns the id of one personal drive in upper and in lower case.",
        Right = "Both are one drive, so that a move between them is sent; other ids stay case-sensitive.")]
    public async Task Move_BetweenSpellingsOfOnePersonalDrive_IsSent()
    {
        await using var service = new ScriptedService(_ => Answer.Json(ScriptedFolders.File("1")));
        using var client = FieldClient.Create(service);

        await client.Items.MoveAsync(DriveAddress.ById("66d5aaaa").Item("1"), DriveAddress.ById("66D5AAAA").Item("2"));

        Assert.Equal("PATCH", Assert.Single(service.Requests).Method);
        await Assert.ThrowsAsync<ArgumentException>(
            () => client.Items.MoveAsync(DriveAddress.ById("b!aA").Item("1"), DriveAddress.ById("b!AA").Item("2")));
    }

    [Theory]
    [FieldCase("F8", "D2", Source = "abraunegg/onedrive#3072",
        Report = "A shared item contains the id of its personal drive with 15 digits: the leading zero is lost, and calls with that id "
            + "return 404.",
        Right = "Addresses have all 16 digits.")]
    [InlineData("A123456789ABCDE", "0A123456789ABCDE!107")]
    [InlineData("a123456789abcde", "0A123456789ABCDE!107")]
    [InlineData("A123456789ABCDE", "s0123")]
    public async Task Address_OfASharedItemWhoseDriveLostItsZero_HasSixteenDigits(string driveId, string itemId)
    {
        await using var service = new ScriptedService(_ => ScriptedFolders.Page(null, $$$"""
            {"id":"1","name":"s","remoteItem":{"id":"{{{itemId}}}","folder":{},"parentReference":{"driveId":"{{{driveId}}}"} } }
            """));
        using var client = FieldClient.Create(service);

        var shared = (await client.Items.SearchDriveAsync(DriveAddress.Me, "s").ListAsync())[0];
        await client.Items.ListChildrenAsync(shared.Address).ListAsync();

        Assert.Contains("/drives/0a123456789abcde/items/", service.Requests[^1].Target, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    [FieldCase("D2.many-zeros", "D2", Source = "own",
        Report = "A personal drive id lost seven leading zeros; the id of the item begins with all sixteen digits.",
        Right = "The number of missing zeros is derived from the id of the item.")]
    public async Task Address_OfADriveThatLostManyZeros_IsCompletedFromTheItem()
    {
        await using var service = new ScriptedService(_ => ScriptedFolders.Page(
            null, """{"id":"0000000abcdef123!5","name":"f","folder":{},"parentReference":{"driveId":"ABCDEF123"} }"""));
        using var client = FieldClient.Create(service);

        var item = (await client.Items.ListChildrenAsync(DriveAddress.Me.Root).ListAsync())[0];

        Assert.Equal("drives/0000000ABCDEF123/items/0000000abcdef123!5", item.Address.ToString());
        Assert.Equal(DriveAddress.ById("abcdef123").Root, DriveAddress.ById("0000000ABCDEF123").Root);
    }

    [Fact]
    [FieldCase("D2.copy-target", "D2", Source = "own",
        Report = "The destination of a copy is a folder of a personal drive whose id was written with 15 digits.",
        Right = "The request contains the drive id with 16 digits.")]
    public async Task Copy_IntoADriveThatLostItsZero_NamesItWhole()
    {
        ScriptedService service = null!;
        await using var started = service = new ScriptedService(_ => Answer.Of(202).With("Location", service.At("monitor/1").AbsoluteUri));
        using var client = FieldClient.Create(service);

        await client.Items.StartCopyAsync(DriveAddress.Me.Item("1"), DriveAddress.ById("a123456789abcde").Item("2"));

        Assert.Contains("\"driveId\":\"0a123456789abcde\"", service.Requests[0].Text, StringComparison.Ordinal);
    }
}
