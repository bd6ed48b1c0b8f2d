using OneDrive.Sdk.FieldTests.Service;

namespace OneDrive.Sdk.FieldTests.Uploads;

/// <summary>Every byte has arrived, and the file appears late.</summary>
public sealed class LastFragmentTests
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(12);

    [Theory]
    [InlineData(400, "invalidRequest")]
    [InlineData(404, "itemNotFound")]
    [InlineData(409, "nameAlreadyExists")]
    [FieldCase("U5", "B3", Source = "in the kind of OneDrive/onedrive-api-docs#71",
        Report = "The last fragment gets no response for 12 s, then the file exists; meanwhile no bytes are missing, and a commit is "
            + "rejected.",
        Right = "The file is waited for and found; the complete session is not deleted, and no second session is created.")]
    public async Task Upload_WhenTheFileTakesLongToBeMade_WaitsForIt(int status, string code)
    {
        ScriptedUploads drive = null!;
        await using var started = drive = new ScriptedUploads(request => request switch
        {
            { IsLast: true } => CompleteLate(drive, request, Answer.Break),
            { Step: UploadStep.Status } when drive.Sessions.Values.Any(session => session.Total is not null) =>
                Answer.Json(ScriptedUploads.RangesJson()),
            { Step: UploadStep.Commit } => Answer.Error(status, code),
            _ => null,
        });

        var result = await drive.UploadAsync();

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal((1, 0), (drive.Count(UploadStep.CreateSession), drive.Count(UploadStep.Cancel)));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    [InlineData(504)]
    [FieldCase("U6", "B3", Source = "abraunegg/onedrive#3355",
        Report = "The last fragment and the query of the session return 503 for 12 s; then the file exists.",
        Right = "The file is found; nothing is deleted.")]
    public async Task Upload_WhenTheEndFailsForSomeTime_FindsTheFile(int status)
    {
        ScriptedUploads drive = null!;
        var began = false;
        await using var started = drive = new ScriptedUploads(request =>
        {
            if (request.IsLast && !began)
            {
                began = true;
                return CompleteLate(drive, request, Answer.Of(status));
            }

            return began && request.Step is UploadStep.Fragment or UploadStep.Status ? Answer.Of(status) : null;
        });

        var result = await drive.UploadAsync();

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal((1, 0), (drive.Count(UploadStep.CreateSession), drive.Count(UploadStep.Cancel)));
    }

    [Fact]
    [FieldCase("B3.never-made", "B3", Source = "own",
        Report = "No bytes are missing, the file never appears, and the commit is rejected.",
        Right = "After two minutes one commit is tried, then a transient exception is thrown; the session keeps its bytes.")]
    public async Task Upload_WhenTheFileIsNeverMade_ReportsATransientErrorAndKeepsTheBytes()
    {
        ScriptedUploads drive = null!;
        await using var started = drive = new ScriptedUploads(request => request switch
        {
            { IsLast: true } => KeepAll(request, drive.Sessions[request.Request.Path]),
            { Step: UploadStep.Commit } => Answer.Error(400, "invalidRequest"),
            _ => null,
        }, factor: 300);

        var failure = await Assert.ThrowsAnyAsync<OneDriveException>(() => drive.UploadAsync());

        Assert.True(failure.IsTransient);
        Assert.True(drive.Clock.Elapsed > TimeSpan.FromMinutes(2));
        Assert.Equal((1, 0), (drive.Count(UploadStep.CreateSession), drive.Count(UploadStep.Cancel)));
    }

    [Fact]
    [FieldCase("B3.late-after-202", "B3", Source = "own",
        Report = "The last fragment returns 202 with an empty list of missing ranges, and the file appears after a minute.",
        Right = "The file is waited for and found.")]
    public async Task Upload_WhenTheLastAnswerMissesNothing_WaitsForTheFile()
    {
        ScriptedUploads drive = null!;
        await using var started = drive = new ScriptedUploads(request => request.IsLast
            ? CompleteLate(drive, request, Answer.Json(ScriptedUploads.RangesJson(), 202), TimeSpan.FromMinutes(1)) : null);

        var result = await drive.UploadAsync();

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal((1, 0), (drive.Count(UploadStep.CreateSession), drive.Count(UploadStep.Commit)));
    }

    [Theory]
    [InlineData(400, "invalidRequest")]
    [InlineData(404, "itemNotFound")]
    [InlineData(403, "accessDenied")]
    [FieldCase("B3.refused-and-late", "B3", Source = "own",
        Report = "The last fragment is rejected although it was accepted, no bytes are missing, a commit is rejected, and the file "
            + "appears after 12 s.",
        Right = "The file is waited for and found; the complete session is not deleted.")]
    public async Task Upload_WhenTheEndIsRefusedAndTheFileIsLate_WaitsForIt(int status, string code)
    {
        ScriptedUploads drive = null!;
        await using var started = drive = new ScriptedUploads(request => request switch
        {
            { IsLast: true } => CompleteLate(drive, request, Answer.Error(status, code)),
            { Step: UploadStep.Commit } => Answer.Error(400, "invalidRequest"),
            _ => null,
        });

        var result = await drive.UploadAsync();

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal((1, 0), (drive.Count(UploadStep.CreateSession), drive.Count(UploadStep.Cancel)));
    }

    [Fact]
    [FieldCase("B3.late-under-rename", "B3", Source = "own",
        Report = "With rename the last response is lost, the session no longer exists, and the renamed file becomes visible after 20 s.",
        Right = "The file is found under its new name; there is no second copy.")]
    public async Task Upload_UnderRename_WhenTheFileIsVisibleLate_MakesOneFile()
    {
        ScriptedUploads drive = null!;
        var made = DateTimeOffset.MaxValue;
        await using var started = drive = new ScriptedUploads(request =>
        {
            if (request.IsLast)
            {
                made = drive.Clock.GetUtcNow();
                request.Work();
                return Answer.Break;
            }

            return request.Step == UploadStep.ListChildren
                && made < DateTimeOffset.MaxValue
                && drive.Clock.GetUtcNow() - made < TimeSpan.FromSeconds(20)
                ? Answer.Json("""{"value":[]}""") : null;
        });
        drive.Put(new ScriptedFile(ScriptedUploads.Name, [1], drive.Clock.GetUtcNow()));

        var result = await drive.UploadAsync(new UploadOptions { Conflict = ConflictBehavior.Rename });

        Assert.Equal("x 1.bin", result.Item.Name);
        Assert.Equal((2, 1), (drive.Files.Count, drive.Count(UploadStep.CreateSession)));
    }

    internal static Answer CompleteLate(ScriptedUploads drive, UploadRequest request, Answer answer, TimeSpan? after = null)
    {
        var session = drive.Sessions[request.Request.Path];
        KeepAll(request, session);
        _ = CompleteAsync();
        return answer;

        async Task CompleteAsync()
        {
            await drive.Wait(after ?? Late);
            drive.Complete(request.Request.Path);
        }
    }

    private static Answer KeepAll(UploadRequest request, ScriptedSession session)
    {
        session.Received.AddRange(request.Request.Body);
        session.Total = request.Range.Total;
        return Answer.Json(ScriptedUploads.RangesJson(), 202);
    }
}
