using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;

namespace OneDrive.Sdk.FieldTests.Downloads;

public sealed class PlainDownloadTests
{
    [Fact]
    public async Task Download_OfAPlainFile_IsVerified()
    {
        var content = FieldData.Bytes(1_500_000);
        ScriptedService service = null!;
        await using var started = service = new ScriptedService(request => request switch
        {
            _ when request.AsksForContentAddress() => Answer.Redirect(service.At(ScriptedDownload.BytesPath)),
            _ when request.AsksForBytes() => Answer.Bytes(content).WithETag("\"1\"").ForRange(request),
            _ when request.AsksForItem("x.bin") => Answer.Json(
                $$$"""
                {"id":"1","name":"x.bin","size":{{{content.Length}}},"eTag":"\"1\"","cTag":"\"c1\"",
                "parentReference":{"driveId":"d","driveType":"business"},
                "file":{"mimeType":"application/octet-stream","hashes":{"quickXorHash":"{{{FieldData.QuickXor(content)}}}"} } }
                """),
            _ => null,
        });
        using var client = FieldClient.Create(service);
        using var destination = new MemoryStream();

        var result = await client.Content.DownloadAsync(DriveAddress.Me.Path("/x.bin"), destination);

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal(content, destination.ToArray());
        Assert.Empty(service.Unexpected);
    }
}
