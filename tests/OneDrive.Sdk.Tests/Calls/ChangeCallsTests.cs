using OneDrive.Sdk.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>What each call about changes puts on the wire.</summary>
public sealed class ChangeCallsTests
{
    private static readonly ItemAddress Root = DriveAddress.Me.Root;

    [Fact]
    public async Task Read_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of a drive", ChangeCalls.Read(Root)),
        ("of a folder", ChangeCalls.Read(DriveAddress.ById("b!drive").Path("/Reports/2026 Q1"))),
        (
            "since a time",
            ChangeCalls.Read(Root, new() { ChangedAfter = new DateTimeOffset(2021, 9, 29, 22, 0, 0, TimeSpan.FromHours(2)) })),
        ("with properties chosen", ChangeCalls.Read(Root, new() { Select = ["id", "name"], Expand = ["thumbnails"], PageSize = 500 })),
        (
            "with every header",
            ChangeCalls.Read(Root, new()
            {
                ExcludeParents = true,
                HierarchicalSharing = true,
                ShowSharingChanges = true,
                IncludeAddedFolders = true,
            }))));

    [Fact]
    public async Task GetLatest_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of a drive", ChangeCalls.GetLatest(Root)),
        ("with what will be told", ChangeCalls.GetLatest(Root, new() { Select = ["id"], ShowSharingChanges = true }))));
}
