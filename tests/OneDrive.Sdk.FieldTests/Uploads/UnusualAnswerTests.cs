using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;

namespace OneDrive.Sdk.FieldTests.Uploads;

/// <summary>Answers of a session that say less, or say it otherwise, than the documentation.</summary>
public sealed class UnusualAnswerTests
{
    private const int Unit = 327_680;

    [Theory]
    [InlineData("""{"expirationDateTime":"2030-01-01T00:00:00Z"}""")]
    [InlineData("{}")]
    [InlineData("")]
    [FieldCase("U7", "B5", Source = "OneDrive/onedrive-api-docs#14",
        Report = "Fragments return 202 with an expirationDateTime and without ranges.",
        Right = "202 means that the fragment was accepted: the next one is sent, without a query or a delay.")]
    public async Task Upload_WhenA202NamesNoRanges_GoesOn(string json)
    {
        await using var drive = new ScriptedUploads(request => request.Step switch
        {
            UploadStep.Fragment when !request.IsLast => RefusedSessionTests.AfterWork(request, Answer.Json(json, 202)),
            UploadStep.Status => Answer.Json(json),
            _ => null,
        });

        var result = await drive.UploadAsync();

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal((4, 0), (drive.Count(UploadStep.Fragment), drive.Count(UploadStep.Status)));
    }

    [Fact]
    [FieldCase("B5.believed-too-early", "B5", Source = "own",
        Report = "A fragment returns 202 without ranges, although the service kept only its first half.",
        Right = "The 416 of the next fragment leads to a query, and the upload goes back.")]
    public async Task Upload_WhenA202WithoutRangesWasNotTrue_GoesBack()
    {
        ScriptedUploads drive = null!;
        await using var started = drive = new ScriptedUploads(request =>
        {
            if (request is not { Step: UploadStep.Fragment, Number: 2 })
            {
                return null;
            }

            drive.Sessions[request.Request.Path].Received.AddRange(request.Request.Body.AsSpan(0, Unit));
            return Answer.Json("{}", 202);
        });

        var result = await drive.UploadAsync();

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal(drive.Content, drive.Uploaded);
    }

    [Fact]
    [FieldCase("U16", "B5", Source = "own",
        Report = "The session returns several missing ranges, and the gaps are not multiples of 320 KiB.",
        Right = "Ranges determine the start; every fragment except the last is a multiple of 320 KiB.")]
    public async Task Upload_WhenGapsAreNotAligned_KeepsFragmentsAligned()
    {
        await using var drive = new ScriptedUploads(request => request is { Step: UploadStep.Fragment, Number: 1 }
            ? RefusedSessionTests.AfterWork(request, Answer.Json(ScriptedUploads.RangesJson("655360-900000", "1200000-"), 202)) : null);

        var result = await drive.UploadAsync();

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        AssertAligned(drive);
    }

    [Fact]
    [FieldCase("B5.small-gap", "B5", Source = "own",
        Report = "The session misses 100 bytes somewhere, and everything from a later byte on.",
        Right = "The fragment that fills the gap is 320 KiB long; only the last fragment is shorter.")]
    public async Task Upload_WhenTheGapIsSmall_SendsAWholeUnit()
    {
        await using var drive = new ScriptedUploads(request => request is { Step: UploadStep.Fragment, Number: 1 }
            ? RefusedSessionTests.AfterWork(request, Answer.Json(ScriptedUploads.RangesJson("1200000-", "655360-655459"), 202)) : null);

        var result = await drive.UploadAsync();

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        AssertAligned(drive);
    }

    [Theory]
    [InlineData(ScriptedUploads.Length)]
    [InlineData(1000)]
    [FieldCase("U17", "B5", Source = "own",
        Report = "The last response contains the file without its hash, as in the example of the documentation.",
        Right = "The item is read once, and the content is verified.")]
    public async Task Upload_WhenTheAnswerHasNoHash_AsksForTheItem(int length)
    {
        await using var drive = new ScriptedUploads(
            request => request.IsLast || request.Step == UploadStep.PutContent ? Sparse(request) : null)
        {
            Content = FieldData.Bytes(length),
        };

        var result = await drive.UploadAsync();

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
    }

    private static Answer Sparse(UploadRequest request)
    {
        var answer = request.Work();
        using var item = System.Text.Json.JsonDocument.Parse(answer.Body);
        var (id, size) = (item.RootElement.GetProperty("id"), item.RootElement.GetProperty("size"));
        return Answer.Json($$"""{"id":"{{id}}","name":"x.bin","size":{{size}},"file":{} }""", 201);
    }

    private static void AssertAligned(ScriptedUploads drive) => Assert.All(
        drive.Service.Requests.Where(request => request.Header("Content-Range") is not null),
        request => Assert.True(
            request.Body.Length % Unit == 0 || request.Header("Content-Range")!.EndsWith("-1999999/2000000", StringComparison.Ordinal),
            request.Header("Content-Range")));
}
