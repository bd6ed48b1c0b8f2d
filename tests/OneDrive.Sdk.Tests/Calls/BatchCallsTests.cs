using OneDrive.Sdk.Batching;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>What a batch puts on the wire.</summary>
public sealed class BatchCallsTests
{
    [Fact]
    public async Task Send_OnTheWire()
    {
        var item = DriveAddress.Me.Item("01ABC");
        var get = BatchCall<Sdk.Models.DriveItem>.Of(ItemCalls.Get(DriveAddress.Me.Path("/a b#.txt"), new() { Select = ["id"] }), one => one);
        var update = BatchCall<Sdk.Models.DriveItem>.Of(
            ItemCalls.Update(item, new() { Name = "new \"name\".txt" }, new() { IfMatch = "\"{ETAG},2\"" }), one => one);
        var delete = BatchCall<NoContent>.Of(ItemCalls.Delete(item, new() { Permanently = true }), one => one);

        await Verifier.Verify(await WireText.OfAsync(
            ("a read alone", BatchCalls.Send([get.ToEntry("1", null, ServiceDialect.Graph)], isIdempotent: true)),
            (
                "a change, and what waits for it",
                BatchCalls.Send(
                    [update.ToEntry("1", null, ServiceDialect.Graph), delete.ToEntry("2", ["1"], ServiceDialect.Graph)],
                    isIdempotent: false))));
    }
}
