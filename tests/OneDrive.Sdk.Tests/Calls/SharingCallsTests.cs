using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Models;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>What each call about sharing puts on the wire.</summary>
public sealed class SharingCallsTests
{
    private static readonly ItemAddress Item = DriveAddress.ById("b!drive").Item("01ABC");
    private static readonly ItemAddress ByPath = DriveAddress.Me.Path("/Reports/a b.txt");
    private static readonly ItemAddress Share = ItemAddress.Shared(new Uri("https://contoso.sharepoint.com/:w:/s/team/EaBc?e=x"));
    private static readonly DateTimeOffset Time = new(2027, 3, 1, 1, 2, 3, TimeSpan.FromHours(1));
    private static readonly DriveRecipient Adele = new() { Email = "adele@contoso.com" };

    [Fact]
    public async Task CreateLink_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("the default link of the organisation", SharingCalls.CreateLink(ByPath, SharingLinkType.View)),
        (
            "with everything",
            SharingCalls.CreateLink(Item, SharingLinkType.Edit, new CreateLinkOptions
            {
                Scope = SharingScope.Users,
                ExpirationDateTime = Time,
                Password = "secret",
                RetainInheritedPermissions = true,
                Recipients = [Adele, new() { ObjectId = "1" }, new() { Alias = "bob" }],
                SendNotification = true,
                Message = "Hello",
            }))));

    [Fact]
    public async Task Invite_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("in silence", SharingCalls.Invite(Item, [Adele], [PermissionRole.Read])),
        (
            "with everything",
            SharingCalls.Invite(ByPath, [Adele], [PermissionRole.Write, PermissionRole.Owner], new InviteOptions
            {
                RequireSignIn = false,
                SendInvitation = true,
                Message = "Hello",
                ExpirationDateTime = Time,
                Password = "secret",
                RetainInheritedPermissions = false,
            }))));

    [Fact]
    public async Task Grant_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by link", SharingCalls.Grant(Share, [Adele], [PermissionRole.Read])),
        ("by id of the share", SharingCalls.Grant(ItemAddress.SharedById("s!1"), [Adele], [PermissionRole.Write]))));

    [Fact]
    public async Task ListPermissions_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by path", SharingCalls.ListPermissions(ByPath)),
        (
            "properties and page size chosen",
            SharingCalls.ListPermissions(Item, new ListPermissionsOptions { Select = ["id", "roles"], PageSize = 5 }))));

    [Fact]
    public async Task ListPermissionsIfChanged_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("plain", SharingCalls.ListPermissionsIfChanged(DriveAddress.Me.Root, "\"{TAG},1\""))));

    [Fact]
    public async Task GetPermission_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by id", SharingCalls.GetPermission(Item, "aTowIy5m fA")),
        ("of a path, properties chosen", SharingCalls.GetPermission(ByPath, "1", new GetPermissionOptions { Select = ["link"] }))));

    [Fact]
    public async Task UpdatePermission_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("the roles", SharingCalls.UpdatePermission(Item, "1", new PermissionChanges { Roles = [PermissionRole.Read] })),
        (
            "the end, on a condition",
            SharingCalls.UpdatePermission(
                Item,
                "1",
                new PermissionChanges { ExpirationDateTime = Time },
                new UpdatePermissionOptions { IfMatch = "\"{ETAG},2\"" }))));

    [Fact]
    public async Task Revoke_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by id", SharingCalls.Revoke(Item, "1")),
        ("on a condition", SharingCalls.Revoke(ByPath, "1", new RevokeOptions { IfMatch = "\"{ETAG},2\"" }))));

    [Fact]
    public async Task GetSharedItem_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by link", SharingCalls.GetSharedItem(Share)),
        (
            "used for this request only",
            SharingCalls.GetSharedItem(Share, new GetSharedItemOptions { Redemption = SharingLinkRedemption.IfNecessary })),
        (
            "used for good, with more than itself",
            SharingCalls.GetSharedItem(Share, new GetSharedItemOptions
            {
                Select = ["id"],
                Expand = ["driveItem", "permission"],
                Redemption = SharingLinkRedemption.Always,
            }))));

    [Fact]
    public async Task ValidatePermission_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("without a password", SharingCalls.ValidatePermission(Item, "challenge")),
        (
            "with a password",
            SharingCalls.ValidatePermission(Share, "challenge", new ValidatePermissionOptions { Password = "secret" }))));

    [Fact]
    public void AnItemThatIsNoShare_IsRefused()
    {
        Assert.Throws<ArgumentException>("share", () => SharingCalls.GetSharedItem(Item));
        Assert.Throws<ArgumentException>("share", () => SharingCalls.Grant(Share.Child("a"), [Adele], [PermissionRole.Read]));
    }

    [Fact]
    public void NobodyAndNothing_AreRefused()
    {
        Assert.Throws<ArgumentException>("recipients", () => SharingCalls.Invite(Item, [], [PermissionRole.Read]));
        Assert.Throws<ArgumentException>("roles", () => SharingCalls.Invite(Item, [Adele], []));
        Assert.Throws<ArgumentException>("changes", () => SharingCalls.UpdatePermission(Item, "1", new PermissionChanges()));
        Assert.Throws<ArgumentNullException>("type", () => SharingCalls.CreateLink(Item, default));
    }
}
