using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Requests;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>What the order of a copy puts on the wire.</summary>
public sealed class CopyCallsTests
{
    private static readonly ItemAddress Item = DriveAddress.Me.Item("01ABC");
    private static readonly ParentReferenceRequest Parent = new() { DriveId = "b!other", Id = "01PARENT" };

    [Fact]
    public async Task Start_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("to another drive", CopyCalls.Start(Item, Parent)),
        ("within the drive, by path", CopyCalls.Start(DriveAddress.Me.Path("/a b/c#.txt"), new() { Id = "01PARENT" })),
        (
            "under a new name, replacing",
            CopyCalls.Start(Item, Parent, new() { NewName = "100% #2.txt", Conflict = ConflictBehavior.Replace })),
        (
            "what is in the root folder, with all versions",
            CopyCalls.Start(DriveAddress.Me.Root, Parent, new() { ChildrenOnly = true, IncludeAllVersionHistory = true }))));
}
