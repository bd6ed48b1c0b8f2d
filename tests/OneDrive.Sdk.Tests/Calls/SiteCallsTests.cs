using OneDrive.Sdk.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>What each call about sites puts on the wire.</summary>
public sealed class SiteCallsTests
{
    [Fact]
    public async Task List_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("all", SiteCalls.List()), ("some", SiteCalls.List(new ListSitesOptions { Search = "a & b", PageSize = 5 }))));

    [Fact]
    public async Task Get_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by id", SiteCalls.Get("contoso.sharepoint.com,1,2")), ("by path", SiteCalls.Get("contoso.sharepoint.com:/sites/my team"))));
}
