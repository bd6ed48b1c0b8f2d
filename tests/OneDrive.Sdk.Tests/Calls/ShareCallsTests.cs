using OneDrive.Sdk.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>What each call about the parts of a share puts on the wire.</summary>
public sealed class ShareCallsTests
{
    private static readonly ItemAddress Share = ItemAddress.Shared(new Uri("https://contoso.sharepoint.com/:w:/s/team/EaBc?e=x"));

    private static readonly GetSharedItemOptions Everything = new()
    {
        Select = ["id"],
        Expand = ["fields"],
        Redemption = SharingLinkRedemption.IfNecessary,
    };

    [Fact]
    public async Task GetPermission_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("plain", ShareCalls.GetPermission(Share))));

    [Fact]
    public async Task GetList_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(("plain", ShareCalls.GetList(Share))));

    [Fact]
    public async Task GetListItem_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("with everything", ShareCalls.GetListItem(Share, Everything))));

    [Fact]
    public async Task GetSite_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(("plain", ShareCalls.GetSite(Share))));

    [Fact]
    public async Task ListItems_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(("plain", ShareCalls.ListItems(Share))));

    [Fact]
    public void WhatIsNoShare_IsRefusedBeforeAnythingIsSent() =>
        Assert.Throws<ArgumentException>("share", () => ShareCalls.GetSite(DriveAddress.Me.Root));
}
