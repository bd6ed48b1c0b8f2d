using System.Net;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.SharePoint;

namespace OneDrive.Sdk.ScenarioTests.Sharing;

public sealed class SharingClientTests : IAsyncLifetime
{
    private static readonly ItemAddress File = DriveAddress.Me.Path("/Shared/a.txt");
    private static readonly ItemAddress Folder = DriveAddress.Me.Path("/Shared");

    private Scenario _scenario = null!;
    private EmulatorUser _friend = null!;
    private OneDriveClient _friendsClient = null!;

    private ISharingClient Sharing => _scenario.Client.Sharing;

    public async Task InitializeAsync()
    {
        _scenario = await Scenario.StartAsync(options => options.PageSize = 3);
        _scenario.Drive.WithFile("/Shared/a.txt", "hello"u8.ToArray()).WithFile("/private.txt", [1]);
        _friend = _scenario.Emulator.AddUser(options => options.UserPrincipalName = "bob@contoso.example");
        _friendsClient = _scenario.NewClient(user: _friend);
    }

    public async Task DisposeAsync()
    {
        _friendsClient.Dispose();
        await _scenario.DisposeAsync();
    }

    [Fact]
    public async Task CreateLinkAsync_ASecondTime_GetsTheSameLink()
    {
        var first = await Sharing.CreateLinkAsync(File, SharingLinkType.View);
        var second = await Sharing.CreateLinkAsync(File, SharingLinkType.View);
        var other = await Sharing.CreateLinkAsync(File, SharingLinkType.Edit);

        Assert.Equal(first.Link!.WebUrl, second.Link!.WebUrl);
        Assert.Equal(first.Id, second.Id);
        Assert.NotEqual(first.Id, other.Id);
        Assert.Equal([PermissionRole.Write], other.Roles);
        Assert.Equal([201, 200, 201], _scenario.Emulator.Traffic.Of(EmulatorOperation.CreateLink).Select(entry => entry.StatusCode));
        Assert.NotNull((await _scenario.Client.Items.GetAsync(File)).Shared);
    }

    [Fact]
    public async Task ALink_LeadsAnotherUserToTheItemItsChildrenAndItsContent()
    {
        var link = new Uri((await Sharing.CreateLinkAsync(Folder, SharingLinkType.View)).Link!.WebUrl!);
        var share = ItemAddress.Shared(link);

        var shared = await _friendsClient.Sharing.GetSharedItemAsync(share, new GetSharedItemOptions { Expand = ["driveItem"] });
        var item = await _friendsClient.Items.GetAsync(share);
        var children = await _friendsClient.Items.ListChildrenAsync(share).ToListAsync();
        var text = await _friendsClient.Content.ReadAsStringAsync(share.Child("a.txt"));

        Assert.Equal("Shared", shared.Name);
        Assert.Equal(_scenario.Emulator.DefaultUser.Id, shared.Owner?.User?.Id);
        Assert.Equal(item.Id, shared.DriveItem?.Id);
        Assert.Equal("a.txt", Assert.Single(children).Name);
        Assert.Equal("hello", text);
    }

    [Fact]
    public async Task TheRestOfAShare_IsReachedByItsLink()
    {
        var library = _scenario.Emulator.DefaultGroup.Drive.WithFile("/Team/a.txt", [1]);
        var folder = DriveAddress.ById(library.Id).Path("/Team");
        var link = await Sharing.CreateLinkAsync(folder, SharingLinkType.Edit);
        var share = ItemAddress.Shared(new Uri(link.Link!.WebUrl!));
        var withFields = new GetSharedItemOptions { Expand = ["fields"] };

        Assert.Equal(link.Id, (await Sharing.GetSharePermissionAsync(share)).Id);
        Assert.Equal("documentLibrary", (await _scenario.Client.SharePoint().Lists.GetOfShareAsync(share)).List?.Template);
        var entry = await _scenario.Client.SharePoint().ListItems.GetOfShareAsync(share, withFields);
        Assert.Equal("Team", entry.Fields?["FileLeafRef"].GetString());
        Assert.Equal("Marketing", (await Sharing.GetShareSiteAsync(share)).DisplayName);
        Assert.Equal(["a.txt"], (await Sharing.ListShareItemsAsync(share).ToListAsync()).Select(item => item.Name));
    }

    [Fact]
    public async Task ListPermissionsIfChangedAsync_IsNullWhileTheItemHasItsTag()
    {
        await Sharing.CreateLinkAsync(File, SharingLinkType.View);
        var known = await _scenario.Client.Items.GetAsync(File);

        var unchanged = await Sharing.ListPermissionsIfChangedAsync(File, known.ETag!);
        var times = new FileSystemTimes { LastModified = DateTimeOffset.UnixEpoch };
        await _scenario.Client.Items.UpdateAsync(File, new ItemChanges { Times = times });
        var changed = await Sharing.ListPermissionsIfChangedAsync(File, known.ETag!);

        Assert.Null(unchanged);
        Assert.NotEmpty(changed!.Items);
    }

    [Fact]
    public async Task ALinkToView_LetsNobodyWrite()
    {
        var share = ItemAddress.Shared(new Uri((await Sharing.CreateLinkAsync(Folder, SharingLinkType.View)).Link!.WebUrl!));

        var exception = await Assert.ThrowsAsync<OneDriveApiException>(() => _friendsClient.Items.CreateFolderAsync(share, "mine"));

        Assert.Equal(HttpStatusCode.Forbidden, exception.StatusCode);
    }

    [Theory]
    [InlineData(SharingLinkRedemption.None, false)]
    [InlineData(SharingLinkRedemption.Always, true)]
    public async Task ALinkThatIsRedeemed_GivesLastingAccess(SharingLinkRedemption redemption, bool hasAccess)
    {
        var share = ItemAddress.Shared(new Uri((await Sharing.CreateLinkAsync(Folder, SharingLinkType.View)).Link!.WebUrl!));
        var item = await _friendsClient.Items.GetAsync(share, new GetItemOptions { Redemption = redemption });

        var access = _friendsClient.Items.GetAsync(item.Address.Child("a.txt"));

        if (hasAccess)
        {
            Assert.Equal(5, (await access).Size);
            await Assert.ThrowsAsync<OneDriveApiException>(
                () => _friendsClient.Items.GetAsync(DriveAddress.ById(_scenario.Drive.Id).Path("/private.txt")));
        }
        else
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await Assert.ThrowsAsync<OneDriveApiException>(() => access)).StatusCode);
        }
    }

    [Fact]
    public async Task InviteAsync_GivesNamedPeopleWhatTheRolesSay()
    {
        var given = await Sharing.InviteAsync(
            Folder, [new() { Email = _friend.Mail }, new() { Email = "guest@fabrikam.example" }], [PermissionRole.Write]);
        var item = await _scenario.Client.Items.GetAsync(Folder);

        Assert.Equal(_friend.Id, given[0].GrantedToV2?.User?.Id);
        Assert.Equal("guest@fabrikam.example", given[1].Invitation?.Email);
        await _friendsClient.Items.CreateFolderAsync(item.Address, "from a friend");
        Assert.NotNull(_scenario.Drive.FindItem("/Shared/from a friend"));
    }

    [Fact]
    public async Task RevokeAsync_TakesTheAccessAway()
    {
        var given = await Sharing.InviteAsync(File, [new() { Email = _friend.Mail }], [PermissionRole.Read]);
        var address = (await _scenario.Client.Items.GetAsync(File)).Address;
        await _friendsClient.Items.GetAsync(address);

        await Sharing.RevokeAsync(File, given[0].Id!);

        await Assert.ThrowsAsync<OneDriveApiException>(() => _friendsClient.Items.GetAsync(address));
        await Assert.ThrowsAsync<ItemNotFoundException>(() => Sharing.RevokeAsync(File, given[0].Id!));
        Assert.Empty(await Sharing.ListPermissionsAsync(File).ToListAsync());
    }

    [Fact]
    public async Task RevokeAsync_WhenTheAcknowledgementIsLost_IsDone()
    {
        var given = await Sharing.InviteAsync(File, [new() { Email = _friend.Mail }], [PermissionRole.Read]);
        _scenario.Emulator.Faults.Add(Fault.LoseAcknowledgement().On(EmulatorOperation.DeletePermission));

        await Sharing.RevokeAsync(File, given[0].Id!);

        Assert.Equal(2, _scenario.Emulator.Traffic.Of(EmulatorOperation.DeletePermission).Count);
    }

    [Fact]
    public async Task ListPermissionsAsync_FollowsEveryPageAndShowsInheritedOnes()
    {
        var onFolder = await Sharing.CreateLinkAsync(Folder, SharingLinkType.View);
        await Sharing.InviteAsync(
            File, [.. Enumerable.Range(0, 4).Select(i => new DriveRecipient { Email = $"{i}@x.example" })], [PermissionRole.Read]);

        var permissions = await Sharing.ListPermissionsAsync(File).ToListAsync();

        Assert.Equal(5, permissions.Count);
        Assert.Equal(onFolder.Id, permissions[^1].Id);
        Assert.Equal(2, _scenario.Emulator.Traffic.Of(EmulatorOperation.ListPermissions).Count);
    }

    [Fact]
    public async Task UpdatePermissionAsync_ChangesRolesAndEnd()
    {
        var end = new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var given = await Sharing.InviteAsync(File, [new() { Email = _friend.Mail }], [PermissionRole.Read]);

        await Sharing.UpdatePermissionAsync(
            File, given[0].Id!, new PermissionChanges { Roles = [PermissionRole.Write], ExpirationDateTime = end });
        var permission = await Sharing.GetPermissionAsync(File, given[0].Id!);

        Assert.Equal([PermissionRole.Write], permission.Roles);
        Assert.Equal(end, permission.ExpirationDateTime);
        await Assert.ThrowsAsync<PreconditionFailedException>(() => Sharing.UpdatePermissionAsync(
            File,
            given[0].Id!,
            new PermissionChanges { Roles = [PermissionRole.Read] },
            new UpdatePermissionOptions { IfMatch = "\"{old},1\"" }));
    }

    [Fact]
    public async Task GrantAsync_OpensALinkForNamedPeopleToMore()
    {
        var link = await Sharing.CreateLinkAsync(File, SharingLinkType.View, new CreateLinkOptions { Scope = SharingScope.Users });
        var share = ItemAddress.SharedById(link.ShareId!);
        await Assert.ThrowsAsync<OneDriveApiException>(() => _friendsClient.Items.GetAsync(share));

        var granted = await Sharing.GrantAsync(share, [new() { Email = _friend.Mail }], [PermissionRole.Read]);

        Assert.Equal(_friend.Id, Assert.Single(granted).GrantedToIdentitiesV2[0].User?.Id);
        Assert.Equal("a.txt", (await _friendsClient.Items.GetAsync(share)).Name);
    }

    [Fact]
    public async Task ALinkWhoseTimeIsOver_LeadsNowhere()
    {
        var link = await Sharing.CreateLinkAsync(
            File, SharingLinkType.View, new CreateLinkOptions { ExpirationDateTime = DateTimeOffset.UnixEpoch });

        var exception = await Assert.ThrowsAsync<ItemNotFoundException>(
            () => _friendsClient.Sharing.GetSharedItemAsync(ItemAddress.Shared(new Uri(link.Link!.WebUrl!))));
        Assert.StartsWith("GET shares/***: 404 itemNotFound", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APersonalLinkWithAPassword_OpensOnceTheRightOneIsGiven()
    {
        var owner = _scenario.Emulator.AddUser(options => options.DriveType = EmulatorDriveType.Personal);
        owner.WithFile("/a.txt", [1]);
        using var client = _scenario.NewClient(user: owner);
        var link = await client.Sharing.CreateLinkAsync(
            DriveAddress.Me.Path("/a.txt"), SharingLinkType.View, new CreateLinkOptions { Password = "open sesame" });
        var share = ItemAddress.Shared(new Uri(link.Link!.WebUrl!));
        Task ValidateAsync(string password) => _friendsClient.Sharing.ValidatePermissionAsync(
            share, "challenge", new ValidatePermissionOptions { Password = password });

        await Assert.ThrowsAsync<OneDriveApiException>(() => _friendsClient.Items.GetAsync(share));
        await Assert.ThrowsAsync<OneDriveApiException>(() => ValidateAsync("open barley"));
        await ValidateAsync("open sesame");

        Assert.True(link.HasPassword);
        Assert.Equal("a.txt", (await _friendsClient.Items.GetAsync(share)).Name);
    }

    [Fact]
    public async Task TypesOfLinks_AreThoseOfTheDrive()
    {
        var owner = _scenario.Emulator.AddUser(options => options.DriveType = EmulatorDriveType.Personal);
        owner.WithFile("/a.txt", [1]);
        using var client = _scenario.NewClient(user: owner);

        var embedded = await client.Sharing.CreateLinkAsync(DriveAddress.Me.Path("/a.txt"), SharingLinkType.Embed);

        Assert.Contains("<iframe", embedded.Link!.WebHtml, StringComparison.Ordinal);
        await Assert.ThrowsAsync<OneDriveApiException>(() => Sharing.CreateLinkAsync(File, SharingLinkType.Embed));
        await Assert.ThrowsAsync<OneDriveApiException>(
            () => Sharing.CreateLinkAsync(File, SharingLinkType.View, new CreateLinkOptions { Password = "x" }));
    }
}
