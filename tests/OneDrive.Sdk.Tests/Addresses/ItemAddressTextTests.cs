using OneDrive.Sdk.Addresses;

namespace OneDrive.Sdk.Tests.Addresses;

public sealed class ItemAddressTextTests
{
    public static TheoryData<ItemAddress> Addresses => new(
        DriveAddress.Me.Root,
        DriveAddress.Me.Path("/a.bin"),
        DriveAddress.Me.Path("/root/items/special/x.bin"),
        DriveAddress.Me.Path("/Ünï 100% #1/a:b?.bin"),
        DriveAddress.ById("b!drive-Id").Item("01ABC"),
        DriveAddress.ById("root").Item("01ABC!1.2").Child("a b"),
        DriveAddress.User("adele@contoso.com").Special(SpecialFolder.AppRoot).Path("x/y.bin"),
        DriveAddress.Group("f7a1").Path("/root"),
        DriveAddress.Site("contoso.sharepoint.com,1,2").Path("/a"),
        DriveAddress.Site("contoso.sharepoint.com:/sites/team one").Path("/a/b"));

    [Theory]
    [MemberData(nameof(Addresses))]
    public void TryParse_ReadsWhatToStringWrites(ItemAddress address) =>
        Assert.Equal(address, ItemAddressText.TryParse(address.ToString()));

    [Theory]
    [InlineData("")]
    [InlineData("me/drive")]
    [InlineData("nothing/root:/a")]
    [InlineData("shares/***/driveItem:/a #0123")]
    public void TryParse_OfAnythingElse_IsNothing(string text) => Assert.Null(ItemAddressText.TryParse(text));
}
