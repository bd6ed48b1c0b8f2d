namespace OneDrive.Sdk.Tests.Addresses;

public class ItemAddressTests
{
    public static TheoryData<ItemAddress, string, string> Addresses => new()
    {
        { DriveAddress.Me.Root, "me/drive/root", "me/drive/root/children" },
        { DriveAddress.Me.Path("/"), "me/drive/root", "me/drive/root/children" },
        { DriveAddress.Me.Path("a"), "me/drive/root:/a", "me/drive/root:/a:/children" },
        { DriveAddress.Me.Path("/Reports/2024 Q1/"), "me/drive/root:/Reports/2024%20Q1", "me/drive/root:/Reports/2024%20Q1:/children" },
        { DriveAddress.Me.Item("01ABC!104"), "me/drive/items/01ABC!104", "me/drive/items/01ABC!104/children" },
        { DriveAddress.Me.Item("1").Child("name"), "me/drive/items/1:/name", "me/drive/items/1:/name:/children" },
        { DriveAddress.Me.Item("1").Path("a/b"), "me/drive/items/1:/a/b", "me/drive/items/1:/a/b:/children" },
        { DriveAddress.Me.Path("a").Child("b").Path("/c/d/"), "me/drive/root:/a/b/c/d", "me/drive/root:/a/b/c/d:/children" },
        { DriveAddress.Me.Path("a").Path("/"), "me/drive/root:/a", "me/drive/root:/a:/children" },
        { DriveAddress.Me.Special(SpecialFolder.AppRoot), "me/drive/special/approot", "me/drive/special/approot/children" },
        { DriveAddress.Me.Special(new("new?")).Child("x"), "me/drive/special/new%3F:/x", "me/drive/special/new%3F:/x:/children" },
        { DriveAddress.Site("h:/s").Path("a"), "sites/h:/s:/drive/root:/a", "sites/h:/s:/drive/root:/a:/children" },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public void ToRequestPath_ForEveryKind_IsTheRelativePath(ItemAddress address, string expected, string expectedChildren)
    {
        Assert.Equal(expected, address.ToRequestPath());
        Assert.Equal(expected, address.ToString());
        Assert.Equal(expectedChildren, address.ToRequestPath("children"));
    }

    // The link and the token are the example of https://learn.microsoft.com/graph/api/shares-get.
    [Fact]
    public void Shared_EncodesTheLinkAsDocumentedAndDoesNotPrintIt()
    {
        var address = ItemAddress.Shared(new Uri("https://onedrive.live.com/redir?resid=1231244193912!12&authKey=1201919!12921!1"));

        const string Token = "u!aHR0cHM6Ly9vbmVkcml2ZS5saXZlLmNvbS9yZWRpcj9yZXNpZD0xMjMxMjQ0MTkzOTEyITEyJmF1dGhLZXk9MTIwMTkxOSExMjkyMSEx";
        Assert.Equal($"shares/{Token}/driveItem", address.ToRequestPath());
        Assert.Equal($"shares/{Token}/driveItem/children", address.ToRequestPath("children"));
        Assert.Equal($"shares/{Token}/driveItem:/a/b:/content", address.Path("a/b").ToRequestPath("content"));
        Assert.Equal("shares/***/driveItem:/a", address.Child("a").ToString());
        Assert.Null(address.Drive);
        Assert.Same(address, address.WithDrive(DriveAddress.Me));
    }

    [Theory]
    [InlineData("https://h/a???", "u!aHR0cHM6Ly9oL2E_Pz8")]
    [InlineData("https://h/>>>?", "u!aHR0cHM6Ly9oLz4-Pj8")]
    public void Shared_UsesTheUrlSafeAlphabetWithoutPadding(string link, string expected) =>
        Assert.Equal($"shares/{expected}/driveItem", ItemAddress.Shared(new Uri(link)).ToRequestPath());

    [Fact]
    public void Shared_WithAnythingButAWebLink_NamesItsParameter()
    {
        Assert.Equal("sharingLink", Assert.Throws<ArgumentNullException>(() => ItemAddress.Shared(null!)).ParamName);
        Assert.Equal("sharingLink", Assert.Throws<ArgumentException>(() => ItemAddress.Shared(new Uri("a/b", UriKind.Relative))).ParamName);
        Assert.Equal("sharingLink", Assert.Throws<ArgumentException>(() => ItemAddress.Shared(new Uri("file:///etc/passwd"))).ParamName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("//")]
    [InlineData("a//b")]
    [InlineData("//a")]
    [InlineData("a//")]
    [InlineData("a/ /b")]
    [InlineData("a/./b")]
    [InlineData("a/..")]
    [InlineData("../a")]
    [InlineData("/.")]
    [InlineData("a/b\0")]
    [InlineData("a\u0085b")]
    public void Path_ThatCouldNotArriveAsMeant_NamesItsParameter(string path)
    {
        Assert.Equal("path", Assert.Throws<ArgumentException>(() => DriveAddress.Me.Path(path)).ParamName);
        Assert.Equal("path", Assert.Throws<ArgumentException>(() => DriveAddress.Me.Root.Path(path)).ParamName);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("/")]
    [InlineData("a/b")]
    [InlineData("/a")]
    [InlineData("..")]
    [InlineData("a\tb")]
    public void Child_ThatIsNotOneName_NamesItsParameter(string name) =>
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => DriveAddress.Me.Root.Child(name)).ParamName);

    // Which names exist is for the service to say: its rules differ between editions and change.
    [Theory]
    [InlineData("...")]
    [InlineData(".hidden")]
    [InlineData("CON")]
    [InlineData("~$lock.docx")]
    [InlineData("a:b*c|d<e>\"f\\g")]
    [InlineData(" leading and trailing ")]
    public void Child_WithANameThatSomeServicesRefuse_IsLeftToTheService(string name) =>
        Assert.Equal(name, DriveAddress.Me.Root.Child(name).Name);

    [Fact]
    public void Parent_LeadsUpToTheAnchor()
    {
        var address = DriveAddress.Me.Item("1").Path("a/b");

        Assert.Equal("b", address.Name);
        Assert.Equal("me/drive/items/1:/a", address.Parent!.ToRequestPath());
        Assert.Equal(DriveAddress.Me.Item("1"), address.Parent.Parent);
        Assert.Null(address.Parent.Parent!.Parent);
        Assert.Null(address.Parent.Parent.Name);
    }

    [Fact]
    public void Equals_ComparesWhatIsAddressed()
    {
        Assert.Equal(DriveAddress.Me.Path("/a/b/"), DriveAddress.Me.Root.Child("a").Child("b"));
        Assert.NotEqual(DriveAddress.Me.Path("a"), DriveAddress.ById("1").Path("a"));
        Assert.NotEqual(DriveAddress.Me.Item("a"), DriveAddress.Me.Special(new("a")));
    }

    [Fact]
    public void ToIdentity_TellsSharingLinksApartWithoutTheirTokens()
    {
        var one = ItemAddress.Shared(new Uri("https://contoso.sharepoint.com/:b:/s/one")).Child("x");
        var other = ItemAddress.Shared(new Uri("https://contoso.sharepoint.com/:b:/s/other")).Child("x");

        Assert.NotEqual(one.ToIdentity(), other.ToIdentity());
        Assert.Equal(one.ToIdentity(), ItemAddress.Shared(new Uri("https://contoso.sharepoint.com/:b:/s/one")).Child("x").ToIdentity());
        Assert.DoesNotContain("u!", one.ToIdentity(), StringComparison.Ordinal);
        Assert.Equal("me/drive/root:/a", DriveAddress.Me.Path("/a").ToIdentity());
    }

    [Fact]
    public void AFolderBrowser_WalksUpFromAnItem()
    {
        var drive = DriveAddress.ById("b!drive");
        var item = drive.Path("/Reports/2024/a b.txt");

        Assert.Equal(("a b.txt", drive.Path("/Reports/2024"), drive), (item.Name, item.Parent, item.Drive));
        Assert.Equal(["Reports", "2024", "a b.txt"], item.Segments);
        Assert.Equal((drive.Root, true, false), (drive.Path("/Reports").Parent, drive.Root.IsRoot, item.IsRoot));
        Assert.Equal((null, null, 0), (drive.Root.Name, drive.Root.Parent, drive.Root.Segments.Count));
        Assert.Equal(("01ABC", null, null), (drive.Item("01ABC").ItemId, drive.Item("01ABC").Name, item.ItemId));
        Assert.Equal(drive.Item("01ABC"), drive.Item("01ABC").Child("a").Parent);
    }

    [Fact]
    public void ADrive_SaysWhatNamesIt()
    {
        Assert.Equal(("b!drive", "b!drive"), (DriveAddress.ById("b!drive").Id, DriveAddress.ById("b!drive").Name));
        Assert.Equal((null, "adele@contoso.com"), (DriveAddress.User("adele@contoso.com").Id, DriveAddress.User("adele@contoso.com").Name));
        Assert.Equal((null, null), (DriveAddress.Me.Id, DriveAddress.Me.Name));
    }
}
