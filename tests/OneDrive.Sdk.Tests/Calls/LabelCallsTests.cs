using OneDrive.Sdk.Calls;
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
    public async Task ExtractSensitivityLabels_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by id", LabelCalls.ExtractSensitivityLabels(Item)),
        ("by path", LabelCalls.ExtractSensitivityLabels(DriveAddress.Me.Path("/a.docx")))));
}
