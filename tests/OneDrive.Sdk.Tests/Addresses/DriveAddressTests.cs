namespace OneDrive.Sdk.Tests.Addresses;

public class DriveAddressTests
{
    public static TheoryData<DriveAddress, string> Addresses => new()
    {
        { DriveAddress.Me, "me/drive" },
        { DriveAddress.ById("b!aBc-1_x"), "drives/b!aBc-1_x" },
        { DriveAddress.ById("0123456789ABCDEF"), "drives/0123456789ABCDEF" },
        { DriveAddress.User("adele@contoso.com"), "users/adele@contoso.com/drive" },
        { DriveAddress.User("a_b.com#EXT#@contoso.com"), "users/a_b.com%23EXT%23@contoso.com/drive" },
        { DriveAddress.Group("02bd9fd6-8f93-4758-87c3-1fb73740a315"), "groups/02bd9fd6-8f93-4758-87c3-1fb73740a315/drive" },
        { DriveAddress.Site("contoso.sharepoint.com,1,2"), "sites/contoso.sharepoint.com,1,2/drive" },
        { DriveAddress.Site("contoso.sharepoint.com:/sites/Team A"), "sites/contoso.sharepoint.com:/sites/Team%20A:/drive" },
        { DriveAddress.Site("contoso.sharepoint.com:/teams/x:"), "sites/contoso.sharepoint.com:/teams/x:/drive" },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public void ToRequestPath_ForEveryKind_IsTheRelativePath(DriveAddress address, string expected)
    {
        Assert.Equal(expected, address.ToRequestPath());
        Assert.Equal(expected, address.ToString());
        Assert.Equal(expected + "/recent", address.ToRequestPath("recent"));
    }

    [Theory]
    [InlineData("me", "me/drive")]
    [InlineData("/me", "me/drive")]
    [InlineData("/ME/drive/", "me/drive")]
    [InlineData("/drives/b!x", "drives/b!x")]
    [InlineData("drives/drive", "drives/drive")]
    [InlineData("/users/adele@contoso.com", "users/adele@contoso.com/drive")]
    [InlineData("/users/adele@contoso.com/drive", "users/adele@contoso.com/drive")]
    [InlineData("/Users/1/Drive", "users/1/drive")]
    [InlineData("/groups/02bd9fd6", "groups/02bd9fd6/drive")]
    [InlineData("/sites/root", "sites/root/drive")]
    [InlineData("/sites/contoso.sharepoint.com,1,2/drive", "sites/contoso.sharepoint.com,1,2/drive")]
    [InlineData("/sites/contoso.sharepoint.com:/sites/team", "sites/contoso.sharepoint.com:/sites/team:/drive")]
    [InlineData("/sites/contoso.sharepoint.com:/sites/team:/drive", "sites/contoso.sharepoint.com:/sites/team:/drive")]
    [InlineData("/sites/contoso.sharepoint.com:/sites/drive", "sites/contoso.sharepoint.com:/sites/drive:/drive")]
    public void Parse_OfEveryWrittenForm_GivesTheAddress(string text, string expected) =>
        Assert.Equal(expected, DriveAddress.Parse(text).ToRequestPath());

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Parse_OfWhatToStringPrints_GivesAnEqualAddress(DriveAddress address, string expected)
    {
        var parsed = DriveAddress.Parse(
            expected.Replace("%23", "#", StringComparison.Ordinal).Replace("%20", " ", StringComparison.Ordinal));

        Assert.Equal(address, parsed);
        Assert.Equal(address.GetHashCode(), parsed.GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("/")]
    [InlineData("you")]
    [InlineData("/me/inbox")]
    [InlineData("/drives")]
    [InlineData("/drives/")]
    [InlineData("/drives/a/root")]
    [InlineData("/users/a/b")]
    [InlineData("/users//drive")]
    [InlineData("/users/..")]
    [InlineData("/lists/1")]
    [InlineData("/sites/host:/")]
    [InlineData("/sites/host:/a//b")]
    [InlineData("/sites/:/a")]
    [InlineData("/sites/host:a")]
    public void Parse_OfAnythingElse_NamesItsParameter(string text) =>
        Assert.Equal("text", Assert.Throws<ArgumentException>(() => DriveAddress.Parse(text)).ParamName);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    public void Factories_WithAnIdThatCannotBeSent_NameTheirParameter(string id)
    {
        Assert.Equal("driveId", Assert.Throws<ArgumentException>(() => DriveAddress.ById(id)).ParamName);
        Assert.Equal("userIdOrPrincipalName", Assert.Throws<ArgumentException>(() => DriveAddress.User(id)).ParamName);
        Assert.Equal("groupIdOrEmail", Assert.Throws<ArgumentException>(() => DriveAddress.Group(id)).ParamName);
        Assert.Equal("siteId", Assert.Throws<ArgumentException>(() => DriveAddress.Site(id)).ParamName);
        Assert.Equal("itemId", Assert.Throws<ArgumentException>(() => DriveAddress.Me.Item(id)).ParamName);
    }

    // Not as a theory: an attribute stores text as UTF-8, which has no halves of surrogate pairs.
    [Fact]
    public void Factories_WithHalfOfASurrogatePair_NameTheirParameter()
    {
        foreach (var half in (string[])["a\ud83d", "\udcc1a", "\ud83d", "\udcc1\ud83d"])
        {
            Assert.Equal("driveId", Assert.Throws<ArgumentException>(() => DriveAddress.ById(half)).ParamName);
            Assert.Equal("name", Assert.Throws<ArgumentException>(() => DriveAddress.Me.Root.Child(half)).ParamName);
            Assert.Equal("path", Assert.Throws<ArgumentException>(() => DriveAddress.Me.Path($"a/{half}/b")).ParamName);
        }
    }

    [Fact]
    public void Factories_WithNull_NameTheirParameter()
    {
        Assert.Equal("driveId", Assert.Throws<ArgumentNullException>(() => DriveAddress.ById(null!)).ParamName);
        Assert.Equal("siteId", Assert.Throws<ArgumentNullException>(() => DriveAddress.Site(null!)).ParamName);
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => DriveAddress.Parse(null!)).ParamName);
        Assert.Equal("path", Assert.Throws<ArgumentNullException>(() => DriveAddress.Me.Path(null!)).ParamName);
        Assert.Equal("folder", Assert.Throws<ArgumentNullException>(() => DriveAddress.Me.Special(default)).ParamName);
    }

    [Fact]
    public void Group_ByEmail_WaitsForItsIdBeforeARequest()
    {
        var address = DriveAddress.Group("sales@contoso.com");

        Assert.Equal("sales@contoso.com", address.UnresolvedGroupEmail);
        Assert.Equal("groups/sales@contoso.com/drive", address.ToString());
        Assert.Throws<InvalidOperationException>(() => address.ToRequestPath());
        Assert.Throws<InvalidOperationException>(() => address.Root.ToRequestPath());
        Assert.Equal(DriveAddress.Group("02bd9fd6"), address.WithGroupId("02bd9fd6"));
        Assert.Equal("groups/02bd9fd6/drive/root:/a", address.Path("/a").WithDrive(address.WithGroupId("02bd9fd6")).ToRequestPath());
    }

    [Fact]
    public void WithGroupId_OfAnAddressThatNeedsNone_ChangesNothing()
    {
        Assert.Null(DriveAddress.Group("02bd9fd6").UnresolvedGroupEmail);
        Assert.Same(DriveAddress.Me, DriveAddress.Me.WithGroupId("02bd9fd6"));
    }

    [Fact]
    public void Default_IsResolvedBeforeARequest()
    {
        Assert.Equal("default/drive", DriveAddress.Default.ToString());
        Assert.Throws<InvalidOperationException>(() => DriveAddress.Default.ToRequestPath());
        Assert.Equal("me/drive/items/1", DriveAddress.Default.Item("1").WithDrive(DriveAddress.Me).ToRequestPath());
    }

    [Fact]
    public void OwnerPath_TellsWhoseDrivesAreMeant()
    {
        Assert.Equal("me", DriveAddress.Me.OwnerPath);
        Assert.Equal("users/a%23b", DriveAddress.User("a#b").OwnerPath);
        Assert.Equal("groups/1", DriveAddress.Group("1").OwnerPath);
        Assert.Equal("sites/h:/s:", DriveAddress.Site("h:/s").OwnerPath);
        Assert.Null(DriveAddress.ById("1").OwnerPath);
        Assert.Null(DriveAddress.Default.OwnerPath);
    }
}
