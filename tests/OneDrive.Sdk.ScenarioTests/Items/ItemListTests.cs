using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Items;

public sealed class ItemListTests : IAsyncLifetime
{
    private Scenario _scenario = null!;

    private IItemsClient Items => _scenario.Client.Items;

    public async Task InitializeAsync() => _scenario = await Scenario.StartAsync(options => options.PageSize = 3);

    public async Task DisposeAsync() => await _scenario.DisposeAsync();

    [Fact]
    public async Task SearchAsync_FollowsLinksThatCarryTheirTokenWithoutAQuestionMark()
    {
        for (var index = 0; index < 8; index++)
        {
            _scenario.Drive.WithFile($"/Many/it's {index}.txt", [1]);
        }

        _scenario.Drive.WithFile("/it's elsewhere.txt", [1]).WithFile("/Many/its.txt", [1]);

        var found = await Items.SearchAsync(DriveAddress.Me.Path("/Many"), "it's").ToListAsync();

        Assert.Equal(Enumerable.Range(0, 8).Select(index => $"it's {index}.txt"), found.Select(item => item.Name));
        var requests = _scenario.Emulator.Traffic.Of(EmulatorOperation.Search);
        Assert.Equal(3, requests.Count);
        Assert.Contains(")&skipToken=", requests[1].Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("a/b")]
    [InlineData("100% #1?&=+ü😀")]
    [InlineData("x') or (q='y")]
    public async Task SearchAsync_FindsAnyTextAsItIs(string text)
    {
        _scenario.Drive.WithFile("/a.txt", [1]).WithFile("/b.txt", [1]);
        var personal = _scenario.Emulator.AddUser(options => options.DriveType = EmulatorDriveType.Personal);
        personal.WithFile("/a.txt", [1]);
        using var client = _scenario.NewClient(user: personal);
        await client.Items.UpdateAsync(DriveAddress.Me.Path("/a.txt"), new ItemChanges { Description = $"before {text} after" });

        var found = await client.Items.SearchAsync(DriveAddress.Me.Root, text).ToListAsync();

        Assert.Equal(["a.txt"], found.Select(item => item.Name));
    }

    [Fact]
    public async Task SearchDriveAsync_FindsWhatIsSharedWithTheUser()
    {
        var friend = _scenario.Emulator.AddUser(options => options.UserPrincipalName = "bob@contoso.example");
        friend.WithFile("/Report of Bob.txt", [1, 2]).WithFile("/Report, secret.txt", [1]);
        _scenario.Drive.WithFile("/My report.txt", [1]);
        using var friendsClient = _scenario.NewClient(user: friend);
        await friendsClient.Sharing.InviteAsync(
            DriveAddress.Me.Path("/Report of Bob.txt"), [new() { Email = _scenario.Emulator.DefaultUser.Mail }], [PermissionRole.Read]);

        var found = await Items.SearchDriveAsync(DriveAddress.Me, "report").ToListAsync();

        Assert.Equal(["My report.txt", "Report of Bob.txt"], found.Select(item => item.Name));
        Assert.Equal(2, found[1].RemoteItem?.Size);
        Assert.Equal("Report of Bob.txt", (await Items.GetAsync(found[1].Address)).Name);
    }

    [Fact]
    public async Task ListSharedByMeAsync_FindsWhatTheUserShared()
    {
        var personal = _scenario.Emulator.AddUser(options => options.DriveType = EmulatorDriveType.Personal);
        personal.WithFile("/shared.txt", [1]).WithFile("/own.txt", [1]);
        using var client = _scenario.NewClient(user: personal);
        await client.Sharing.CreateLinkAsync(DriveAddress.Me.Path("/shared.txt"), SharingLinkType.View);

        var shared = await client.Items.ListSharedByMeAsync(DriveAddress.Me).ToListAsync();

        Assert.Equal(["shared.txt"], shared.Select(item => item.Name));
    }

    [Fact]
    public async Task ListSharedWithMeAsync_LeadsToTheItemOnItsOwnDrive()
    {
        var friend = _scenario.Emulator.AddUser(options => options.UserPrincipalName = "bob@contoso.example");
        friend.WithFile("/Theirs/a.txt", [1, 2]);
        using var friendsClient = _scenario.NewClient(user: friend);
        await friendsClient.Sharing.InviteAsync(
            DriveAddress.Me.Path("/Theirs"), [new() { Email = _scenario.Emulator.DefaultUser.Mail }], [PermissionRole.Read]);

#pragma warning disable CS0618 // The list is retired by the service, and still there.
        var shared = Assert.Single(await Items.ListSharedWithMeAsync(DriveAddress.Me).ToListAsync());
#pragma warning restore CS0618

        Assert.NotNull(shared.RemoteItem?.Folder);
        Assert.Equal(["a.txt"], (await Items.ListChildrenAsync(shared.Address).ToListAsync()).Select(item => item.Name));
    }

    [Fact]
    public async Task ListRecentAsync_ListsFilesTheLastOnesFirst()
    {
        _scenario.Drive.WithFile("/a.txt", [1]).WithFile("/b.txt", [1]);
        await Items.UpdateAsync(DriveAddress.Me.Path("/a.txt"), new ItemChanges { Name = "c.txt" });

#pragma warning disable CS0618 // The list is retired by the service, and still there.
        var recent = await Items.ListRecentAsync(DriveAddress.Me).ToListAsync();
#pragma warning restore CS0618

        Assert.Equal(["c.txt", "b.txt"], recent.Select(item => item.Name));
    }

    [Fact]
    public async Task FollowAsync_PutsAnItemOnTheListAndUnfollowTakesItOff()
    {
        _scenario.Drive.WithFile("/a.txt", [1]).WithFile("/b.txt", [1]);
        var followed = await Items.FollowAsync(DriveAddress.Me.Path("/a.txt"));
        await Items.FollowAsync(DriveAddress.Me.Path("/b.txt"));

        await Items.UnfollowAsync(DriveAddress.Me.Path("/b.txt"));
        var first = await Items.ListFollowedAsync(DriveAddress.Me).ToListAsync();
        await Items.UnfollowAsync(followed.Address);
        var second = await Items.ListFollowedAsync(DriveAddress.Me).ToListAsync();

        Assert.Equal(["a.txt"], first.Select(item => item.Name));
        Assert.Empty(second);
    }

    [Theory]
    [InlineData(null, "A,A/B,A/B/3.txt,A/2.txt,1.txt")]
    [InlineData(1, "A,1.txt")]
    [InlineData(2, "A,A/B,A/2.txt,1.txt")]
    public async Task ListDescendantsAsync_ListsEachFolderBeforeWhatItHolds(int? depth, string expected)
    {
        _scenario.Drive.WithFile("/1.txt", [1]).WithFile("/A/2.txt", [1]).WithFile("/A/B/3.txt", [1]);

        var items = await Items.ListDescendantsAsync(
            DriveAddress.Me.Root, new ListDescendantsOptions { MaxDepth = depth, Select = ["name"] }).ToListAsync();

        var names = items.ToDictionary(item => item.Id!, item => item.Name!);
        Assert.Equal(
            expected.Split(',').Order(StringComparer.Ordinal),
            items.Select(item => PathOf(item, items)).Order(StringComparer.Ordinal));
        foreach (var item in items.Where(item => item.ParentReference?.Id is { } id && names.ContainsKey(id)))
        {
            Assert.True(items.FindIndex(other => other.Id == item.ParentReference!.Id) < items.IndexOf(item), item.Name);
        }
    }

    [Fact]
    public async Task ListDescendantsAsync_FollowsThePagesOfEveryFolder()
    {
        for (var index = 0; index < 4; index++)
        {
            _scenario.Drive.WithFile($"/{index}/a.txt", [1]).WithFile($"/{index}/b.txt", [1])
                .WithFile($"/{index}/c.txt", [1]).WithFile($"/{index}/d.txt", [1]);
        }

        Assert.Equal(20, (await Items.ListDescendantsAsync(DriveAddress.Me.Root).ToListAsync()).Count);
        Assert.Equal(2 * 5, _scenario.Emulator.Traffic.Of(EmulatorOperation.ListChildren).Count);
    }

    [Theory]
    [InlineData("file ne null", "a.txt,b.txt")]
    [InlineData("name eq 'a.txt' or size gt 2", "a.txt,b.txt,F")]
    [InlineData("(name eq 'a.txt' or name eq 'b.txt') and size lt 2", "a.txt")]
    [InlineData("name ne 'it''s' and folder ne null", "F")]
    public async Task ListChildrenAsync_FiltersAsAsked(string filter, string expected)
    {
        _scenario.Drive.WithFile("/a.txt", [1]).WithFile("/b.txt", [1, 2, 3]).WithFile("/F/c.txt", [1, 2, 3]);

        var items = await Items.ListChildrenAsync(DriveAddress.Me.Root, new ListChildrenOptions { Filter = filter }).ToListAsync();

        Assert.Equal(expected.Split(','), items.Select(item => item.Name));
    }

    private static string PathOf(DriveItem item, List<DriveItem> items) =>
        items.Find(other => other.Id == item.ParentReference?.Id) is { } parent ? $"{PathOf(parent, items)}/{item.Name}" : item.Name!;
}
