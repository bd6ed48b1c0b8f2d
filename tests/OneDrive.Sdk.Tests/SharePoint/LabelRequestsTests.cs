using OneDrive.Sdk.SharePoint;
using OneDrive.Sdk.Tests.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.SharePoint;

/// <summary>What each request about labels puts on the wire.</summary>
public sealed class LabelRequestsTests
{
    private static readonly ItemAddress Item = DriveAddress.ById("b!drive").Item("01ABC");

    [Fact]
    public async Task GetRetentionLabel_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("by id", LabelRequests.GetRetentionLabel(Item))));

    [Fact]
    public async Task SetRetentionLabel_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("by name", LabelRequests.SetRetentionLabel(Item, "Contracts"))));

    [Fact]
    public async Task SetRecordLock_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("lock", LabelRequests.SetRecordLock(Item, isLocked: true)), ("unlock", LabelRequests.SetRecordLock(Item, isLocked: false))));

    [Fact]
    public async Task RemoveRetentionLabel_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("by id", LabelRequests.RemoveRetentionLabel(Item))));

    [Fact]
    public async Task AssignSensitivityLabel_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("plain", LabelRequests.AssignSensitivityLabel(Item, "5feba255-812e-446a-ac59-a7044ef827b5")),
        (
            "removed, with a reason",
            LabelRequests.AssignSensitivityLabel(Item, "", new AssignSensitivityLabelOptions
            {
                AssignmentMethod = SensitivityLabelAssignmentMethod.Privileged,
                JustificationText = "It is public now.",
            }))));

    [Fact]
    public async Task ExtractSensitivityLabels_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by id", LabelRequests.ExtractSensitivityLabels(Item)),
        ("by path", LabelRequests.ExtractSensitivityLabels(DriveAddress.Me.Path("/a.docx")))));
}
