using OneDrive.Sdk.FieldTests.Service;

namespace OneDrive.Sdk.FieldTests.Uploads;

/// <summary>The last response is lost, and the service has rewritten the document, so that its hash never matches.</summary>
public sealed class RewrittenFileTests
{
    [Theory]
    [InlineData("report.docx", false, null)]
    [InlineData("report.docx", true, null)]
    [InlineData("scan.PDF", false, 327_680)]
    [InlineData("scan.PDF", true, 327_680)]
    [FieldCase("B3.rewritten", "B3", Source = "own",
        Report = "The last response of a document is lost, its session no longer exists, and the service has rewritten the "
            + "document: the file never has the hash of the sent bytes, and it was waited for during two minutes.",
        Right = "With replace the document is sent again within seconds.")]
    public async Task Upload_WhenTheServiceRewroteTheDocument_SendsItAgainWithoutWaiting(string name, bool existed, int? fragmentSize)
    {
        ScriptedUploads drive = null!;
        var isLost = false;
        await using var started = drive = new ScriptedUploads(request =>
        {
            if (!request.IsLast || isLost)
                return null;
            isLost = true;
            request.Work();
            drive.Put(drive.Files[name] with { Content = [.. drive.Content, 1, 2, 3] });
            return Answer.Break;
        });
        if (existed)
            drive.Put(new ScriptedFile(name, [1], drive.Clock.GetUtcNow().AddDays(-1)));
        using var client = drive.Connect(options => options.Transfers.FragmentSize = fragmentSize ?? options.Transfers.FragmentSize);

        await client.Content.UploadAsync(DriveAddress.Me.Path("/" + name), new MemoryStream(drive.Content), ScriptedUploads.Replacing);

        Assert.Equal(2, drive.Count(UploadStep.CreateSession));
        Assert.InRange(drive.Count(UploadStep.GetItem), 1, 3);
    }

    [Fact]
    [FieldCase("B3.rewritten", "B3")]
    public async Task Upload_WhenTheOldDocumentIsStillThere_WaitsForTheNewOne()
    {
        ScriptedUploads drive = null!;
        await using var started = drive = new ScriptedUploads(request => request switch
        {
            { IsLast: true } => LastFragmentTests.CompleteLate(drive, request, Answer.Break),
            { Step: UploadStep.Status } => Answer.Error(404, "itemNotFound"),
            _ => null,
        });
        drive.Put(new ScriptedFile("report.docx", [1], drive.Clock.GetUtcNow().AddDays(-1)));
        using var client = drive.Connect(options => options.Transfers.FragmentSize = 327_680);

        var result = await client.Content.UploadAsync(
            DriveAddress.Me.Path("/report.docx"), new MemoryStream(drive.Content), ScriptedUploads.Replacing);

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal(1, drive.Count(UploadStep.CreateSession));
    }
}
