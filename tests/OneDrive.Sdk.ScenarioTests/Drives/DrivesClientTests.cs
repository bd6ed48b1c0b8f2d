using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Drives;

public sealed class DrivesClientTests : IAsyncLifetime
{
    private Scenario _scenario = null!;

    public async Task InitializeAsync() => _scenario = await Scenario.StartAsync();

    public async Task DisposeAsync() => await _scenario.DisposeAsync();

    [Fact]
    public async Task GetAsync_TellsOwnerTypeAndQuota()
    {
        var drive = await _scenario.Client.Drives.GetAsync(DriveAddress.Me);

        Assert.Equal(_scenario.Drive.Id, drive.Id);
        Assert.True(drive.Quota?.Total > 0);
        Assert.NotNull(drive.DriveType);
    }

    [Fact]
    public async Task EveryWayToNameADrive_LeadsToIt()
    {
        var user = _scenario.Emulator.DefaultUser;
        var group = _scenario.Emulator.DefaultGroup;
        var drives = _scenario.Client.Drives;

        Assert.Equal(user.Drive.Id, (await drives.GetAsync(DriveAddress.User(user.Id))).Id);
        Assert.Equal(user.Drive.Id, (await drives.GetAsync(DriveAddress.User(user.UserPrincipalName))).Id);
        Assert.Equal(user.Drive.Id, (await drives.GetAsync(DriveAddress.ById(user.Drive.Id))).Id);
        Assert.Equal(group.Drive.Id, (await drives.GetAsync(DriveAddress.Group(group.Id))).Id);
        Assert.Equal(group.Drive.Id, (await drives.GetAsync(DriveAddress.Group(group.Mail))).Id);
    }

    [Fact]
    public async Task AGroupsEmail_IsLookedUpOnce()
    {
        var address = DriveAddress.Group(_scenario.Emulator.DefaultGroup.Mail);

        await _scenario.Client.Drives.GetAsync(address);
        await _scenario.Client.Items.GetAsync(address.Root);

        Assert.Single(_scenario.Emulator.Traffic.Of(EmulatorOperation.ListGroups));
    }

    [Fact]
    public async Task AnUnknownGroupsEmail_IsNotFound()
    {
        var exception = await Assert.ThrowsAsync<ItemNotFoundException>(
            () => _scenario.Client.Drives.GetAsync(DriveAddress.Group("nobody@contoso.example")));

        Assert.Contains("nobody@contoso.example", exception.Message, StringComparison.Ordinal);
        Assert.Null(await _scenario.Client.Drives.FindGroupByEmailAsync("o'nobody@contoso.example"));
    }

    [Fact]
    public async Task ListAsync_OfUsersGroupsAndDrives_FindsTheDefaults()
    {
        var drives = _scenario.Client.Drives;

        Assert.Contains(_scenario.Emulator.DefaultUser.Id, await CollectAsync(drives.ListUsersAsync(), user => user.Id));
        Assert.Contains(_scenario.Emulator.DefaultGroup.Id, await CollectAsync(drives.ListGroupsAsync(), group => group.Id));
        Assert.Equal([_scenario.Drive.Id], await CollectAsync(drives.ListAsync(DriveAddress.Me), drive => drive.Id));
    }

    [Fact]
    public async Task GetUserAsync_TellsWhoTheSignedInUserIs()
    {
        var user = _scenario.Emulator.DefaultUser;
        var other = _scenario.Emulator.AddUser(options => options.UserPrincipalName = "bob@contoso.example");
        var drives = _scenario.Client.Drives;

        var me = await drives.GetUserAsync(DriveAddress.Me);
        var site = await drives.GetUserAsync(DriveAddress.User(other.UserPrincipalName), new GetUserOptions { Select = ["mySite"] });

        Assert.Equal((user.Id, user.UserPrincipalName, null), (me.Id, me.UserPrincipalName, me.MySite));
        Assert.EndsWith("/personal/bob_contoso_example/", site.MySite, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>("owner", () => drives.GetUserAsync(DriveAddress.ById("b!drive")));
    }

    [Fact]
    public async Task TheDefaultDrive_IsTheOneOfTheOptions()
    {
        await using var scenario = await Scenario.StartAsync(
            client: options => options.DefaultDrive = DriveAddress.Group("sales@contoso.example"));
        var group = scenario.Emulator.AddGroup(options => options.Mail = "sales@contoso.example");

        Assert.Equal(group.Drive.Id, (await scenario.Client.Drives.GetAsync(DriveAddress.Default)).Id);
    }

    [Fact]
    public async Task WithoutADefaultDrive_TheDefaultAddressIsRefusedBeforeAnyRequest()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => _scenario.Client.Items.GetAsync(DriveAddress.Default.Root));

        Assert.Contains("DefaultDrive", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_scenario.Emulator.Traffic);
    }

    [Fact]
    public async Task WithoutAUser_MeIsRefusedBeforeAnyRequest()
    {
        await using var scenario = await Scenario.StartAsync(isApplicationOnly: true);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => scenario.Client.Items.GetAsync(DriveAddress.Me.Root));

        Assert.Contains("DriveAddress.User", exception.Message, StringComparison.Ordinal);
        Assert.Empty(scenario.Emulator.Traffic);
    }

    private static async Task<List<TResult>> CollectAsync<T, TResult>(Paged<T> list, Func<T, TResult> select)
    {
        var results = new List<TResult>();
        await foreach (var entry in list)
        {
            results.Add(select(entry));
        }

        return results;
    }
}
