using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Models;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>What each call about labels puts on the wire.</summary>
public sealed class LabelCallsTests
{
    private static readonly ItemAddress Item = DriveAddress.ById("b!drive").Item("01ABC");

    [Fact]
    public async Task GetRetentionLabel_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("by id", LabelCalls.GetRetentionLabel(Item))));

    [Fact]
    public async Task SetRetentionLabel_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("by name", LabelCalls.SetRetentionLabel(Item, "Contracts"))));

    [Fact]
    public async Task SetRecordLock_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("lock", LabelCalls.SetRecordLock(Item, isLocked: true)), ("unlock", LabelCalls.SetRecordLock(Item, isLocked: false))));

    [Fact]
    public async Task RemoveRetentionLabel_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("by id", LabelCalls.RemoveRetentionLabel(Item))));

    [Fact]
    public async Task AssignSensitivityLabel_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("plain", LabelCalls.AssignSensitivityLabel(Item, "5feba255-812e-446a-ac59-a7044ef827b5")),
        (
            "removed, with a reason",
            LabelCalls.AssignSensitivityLabel(Item, "", new AssignSensitivityLabelOptions
            {
                AssignmentMethod = SensitivityLabelAssignmentMethod.Privileged,
                JustificationText = "It is public now.",
            }))));

    [Fact]
    public async Task ExtractSensitivityLabels_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by id", LabelCalls.ExtractSensitivityLabels(Item)),
        ("by path", LabelCalls.ExtractSensitivityLabels(DriveAddress.Me.Path("/a.docx")))));
}
