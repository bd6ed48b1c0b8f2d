using OneDrive.Sdk.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>What each call about the parts of a share puts on the wire.</summary>
public sealed class ShareCallsTests
{
    private static readonly ItemAddress Share = ItemAddress.Shared(new Uri("https://contoso.sharepoint.com/:w:/s/team/EaBc?e=x"));

    [Fact]
    public async Task GetPermission_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("plain", ShareCalls.GetPermission(Share))));

    [Fact]
    public async Task GetSite_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(("plain", ShareCalls.GetSite(Share))));

    [Fact]
    public async Task ListItems_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(("plain", ShareCalls.ListItems(Share))));

    [Fact]
    public void WhatIsNoShare_IsRefusedBeforeAnythingIsSent() =>
        Assert.Throws<ArgumentException>("share", () => ShareCalls.GetSite(DriveAddress.Me.Root));
}
