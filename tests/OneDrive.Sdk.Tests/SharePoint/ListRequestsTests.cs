using System.Text.Json.Nodes;
using OneDrive.Sdk.SharePoint;
using OneDrive.Sdk.Tests.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.SharePoint;

/// <summary>What each request about lists puts on the wire.</summary>
public sealed class ListRequestsTests
{
    private static readonly ListAddress Library = ListAddress.OfDrive(DriveAddress.Me);
    private static readonly ListAddress List = ListAddress.InSite("contoso.sharepoint.com:/sites/team", "Shared Documents");

    [Fact]
    public async Task Get_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of a drive", ListRequests.Get(Library)),
        ("of a site", ListRequests.Get(List, new GetListOptions { Select = ["id"], Expand = ["columns(select=name)"] }))));

    [Fact]
    public async Task GetOfShare_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("plain", ListRequests.GetOfShare(ItemAddress.Shared(new Uri("https://contoso.sharepoint.com/:w:/s/team/EaBc?e=x"))))));

    [Fact]
    public async Task ListColumns_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("of a drive", ListRequests.ListColumns(Library))));

    [Fact]
    public async Task ListItems_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of a drive", ListRequests.ListItems(Library)),
        ("of a site", ListRequests.ListItems(List, new ListListItemsOptions { Expand = ["fields(select=Color)"], PageSize = 5 }))));

    [Fact]
    public async Task ListContentTypes_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("of a site", ListRequests.ListContentTypes(List))));

    [Fact]
    public async Task CreateItem_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of a site", ListRequests.CreateItem(List, new JsonObject { ["Title"] = "Widget" }))));

    [Fact]
    public void WhatIsNoShare_IsRefusedBeforeAnythingIsSent() =>
        Assert.Throws<ArgumentException>("share", () => ListRequests.GetOfShare(DriveAddress.Me.Root));
}
