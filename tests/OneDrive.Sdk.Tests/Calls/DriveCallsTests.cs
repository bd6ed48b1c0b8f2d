using OneDrive.Sdk.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>What each call about drives puts on the wire; a change of the wire is a change of a reviewed file.</summary>
public sealed class DriveCallsTests
{
    [Fact]
    public async Task Get_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of the signed-in user", DriveCalls.Get(DriveAddress.Me, options: null)),
        ("by id", DriveCalls.Get(DriveAddress.ById("b!-RIj2DuyvEyV1T4N-lOMczM8"), options: null)),
        ("of a user, by e-mail address", DriveCalls.Get(DriveAddress.User("adele.vance@contoso.com"), options: null)),
        (
            "of a guest, whose principal name has a hash",
            DriveCalls.Get(DriveAddress.User("sven_fabrikam.com#EXT#@contoso.com"), options: null)),
        ("of a group", DriveCalls.Get(DriveAddress.Group("02bd9fd6-8f93-4758-87c3-1fb73740a315"), options: null)),
        ("of a site, by path", DriveCalls.Get(DriveAddress.Site("contoso.sharepoint.com:/sites/team"), options: null)),
        ("with properties chosen", DriveCalls.Get(DriveAddress.Me, new GetDriveOptions { Select = ["id", "quota"] }))));

    [Fact]
    public async Task List_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of the signed-in user", DriveCalls.List(DriveAddress.Me, options: null)),
        ("of a site", DriveCalls.List(DriveAddress.Site("contoso.sharepoint.com,da60e844,712a596e"), options: null)),
        (
            "with a page size",
            DriveCalls.List(DriveAddress.Group("02bd9fd6"), new ListDrivesOptions { PageSize = 50, Select = ["id", "name"] })),
        (
            "in an order, with their roots",
            DriveCalls.List(DriveAddress.Me, new ListDrivesOptions { Expand = ["root"], OrderBy = "name desc" }))));

    [Fact]
    public async Task GetUser_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("the signed-in one", DriveCalls.GetUser(DriveAddress.Me, new GetUserOptions { Select = ["mySite"] })),
        ("another", DriveCalls.GetUser(DriveAddress.User("adele@contoso.com")))));

    [Fact]
    public async Task ListUsers_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("all", DriveCalls.ListUsers(options: null)),
        ("with a page size", DriveCalls.ListUsers(new ListDirectoryOptions { PageSize = 10 }))));

    [Fact]
    public async Task ListGroups_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("all", DriveCalls.ListGroups(options: null)),
        ("with a page size", DriveCalls.ListGroups(new ListDirectoryOptions { PageSize = 10 }))));

    [Fact]
    public async Task FindGroupByEmail_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("plain", DriveCalls.FindGroupByEmail("sales@contoso.com")),
        (
            "with a quote, which the filter doubles, and a plus, which the query encodes",
            DriveCalls.FindGroupByEmail("o'brien+x@contoso.com"))));

    [Fact]
    public async Task Update_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("the name", DriveCalls.Update(DriveAddress.ById("b!drive"), new DriveChanges { Name = "Files" })),
        (
            "the description, on a condition",
            DriveCalls.Update(
                DriveAddress.Me, new DriveChanges { Description = "Ours" }, new UpdateDriveOptions { IfMatch = "\"1\"" }))));
}
