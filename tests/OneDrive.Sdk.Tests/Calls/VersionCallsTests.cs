using OneDrive.Sdk.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>What each call about versions puts on the wire.</summary>
public sealed class VersionCallsTests
{
    private static readonly ItemAddress Item = DriveAddress.ById("b!drive").Item("01ABC");
    private static readonly ItemAddress ByPath = DriveAddress.Me.Path("/a b.txt");

    [Fact]
    public async Task List_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("all", VersionCalls.List(Item)),
        ("by path, with everything", VersionCalls.List(ByPath, new ListVersionsOptions { Select = ["id", "size"], PageSize = 5 }))));

    [Fact]
    public async Task Get_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by id", VersionCalls.Get(Item, "2.0")),
        ("chosen", VersionCalls.Get(ByPath, "2.0", new GetVersionOptions { Select = ["size"] }))));

    [Fact]
    public async Task GetContent_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("by id", VersionCalls.GetContent(Item, "2.0"))));

    [Fact]
    public async Task Restore_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(("by id", VersionCalls.Restore(Item, "2.0"))));

    [Fact]
    public async Task Delete_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(("by id", VersionCalls.Delete(Item, "2.0"))));
}
