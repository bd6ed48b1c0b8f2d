using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;

namespace OneDrive.Sdk.FieldTests.Uploads;

/// <summary>Refusals around a session that the session itself contradicts.</summary>
public sealed class RefusedSessionTests
{
    [Theory]
    [InlineData(400, "invalidRequest")]
    [InlineData(401, "unauthenticated")]
    [InlineData(403, "accessDenied")]
    [InlineData(410, "itemNotFound")]
    [FieldCase("U1", "B1", Source = "OneDrive/onedrive-api-docs#698",
        Report = "The last fragment is stored and the file created, but the response is 503, and the session then rejects queries (400).",
        Right = "The file is looked for and found; nothing is sent twice.")]
    public async Task Upload_WhenTheSessionRefusesAfterTheFileWasMade_FindsTheFile(int status, string code)
    {
        await using var drive = new ScriptedUploads(request =>
        {
            if (request.Step == UploadStep.Status)
            {
                return Answer.Error(status, code);
            }

            if (!request.IsLast)
            {
                return null;
            }

            request.Work();
            return Answer.Of(503);
        });

        var result = await drive.UploadAsync();

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal(1, drive.Count(UploadStep.CreateSession));
        Assert.Equal(drive.Content, drive.Uploaded);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [FieldCase("U1", "B1")]
    public async Task Upload_WhenTheSessionIsForgottenInTheMiddle_OpensAnother(int status)
    {
        await using var drive = Forgetting(status);

        var result = await drive.UploadAsync();

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal(2, drive.Count(UploadStep.CreateSession));
        Assert.Equal(drive.Content, drive.Uploaded);
    }

    [Fact]
    [FieldCase("U1", "B1")]
    public async Task Upload_WithAResumeKey_SucceedsAgainAfterALostSession()
    {
        var isBroken = true;
        await using var drive = new ScriptedUploads(request => isBroken switch
        {
            true when request.IsLast => AfterWork(request, Answer.Of(503)),
            true when request.Step is UploadStep.Status or UploadStep.GetItem => Answer.Error(400, "invalidRequest"),
            false when request.Step is UploadStep.Status => Answer.Error(400, "invalidRequest"),
            _ => null,
        });
        var options = new UploadOptions { ResumeKey = "key", Conflict = ConflictBehavior.Replace, SourceFingerprint = "1" };
        using var client = drive.Connect(configure => configure.Retry.MaxRetryAttempts = 1);
        await Record.ExceptionAsync(() => drive.UploadAsync(client, options));
        isBroken = false;

        var result = await drive.UploadAsync(client, options);

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal(drive.Content, drive.Uploaded);
    }

    [Theory]
    [InlineData(404, "itemNotFound")]
    [InlineData(403, "accessDenied")]
    [InlineData(401, "unauthenticated")]
    [InlineData(400, "invalidRequest")]
    [InlineData(409, "nameAlreadyExists")]
    [InlineData(412, "resourceModified")]
    [FieldCase("U2", "B1", Source = "abraunegg/onedrive#3859",
        Report = "One fragment in the middle is rejected (404, 403), although the session exists; a second session for the name is "
            + "rejected.",
        Right = "The session is queried, and the upload continues in it.")]
    public async Task Upload_WhenOneFragmentIsRefusedButTheSessionLives_GoesOn(int status, string code)
    {
        await using var drive = new ScriptedUploads(request => request is { Step: UploadStep.Fragment, Number: 3 }
            ? Answer.Error(status, code) : null)
        {
            BlocksNames = true,
        };

        var result = await drive.UploadAsync();

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal((1, 5), (drive.Count(UploadStep.CreateSession), drive.Count(UploadStep.Fragment)));
    }

    [Fact]
    [FieldCase("U2", "B1")]
    public async Task Upload_WhenTheSessionRefusesForGood_DeletesItBeforeTheNext()
    {
        await using var drive = new ScriptedUploads(request => request.Request.Path == "/up/1"
            && request is { Step: UploadStep.Status } or { Step: UploadStep.Fragment, Range.Start: > 0, Request.Path: "/up/1" }
                ? Answer.Error(403, "accessDenied") : null)
        {
            BlocksNames = true,
        };

        var result = await drive.UploadAsync();

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Empty(drive.Sessions);
    }

    [Theory]
    [InlineData(409, "nameAlreadyExists")]
    [InlineData(400, "invalidRequest")]
    [InlineData(404, "itemNotFound")]
    [FieldCase("U3", "B1", Source = "OneDrive/onedrive-api-docs#989",
        Report = "createUploadSession with conflictBehavior replace is rejected twice with 409 nameAlreadyExists, then accepted.",
        Right = "It is repeated after 1 and 4 seconds, and succeeds.")]
    public async Task Upload_WhenTheBeginIsRefusedTwice_RepeatsIt(int status, string code)
    {
        await using var drive = new ScriptedUploads(
            request => request.Step == UploadStep.CreateSession && request.Number <= 2 ? Answer.Error(status, code) : null);

        var result = await drive.UploadAsync();

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
    }

    [Theory]
    [InlineData(409, "nameAlreadyExists")]
    [InlineData(400, "invalidRequest")]
    [FieldCase("U3", "B1")]
    public async Task Upload_OfSmallContent_WhenItIsRefusedTwice_RepeatsIt(int status, string code)
    {
        await using var drive = new ScriptedUploads(request => request is { Step: UploadStep.PutContent, Number: <= 2 }
            ? Answer.Error(status, code) : null)
        {
            Content = FieldData.Bytes(1000),
        };

        var result = await drive.UploadAsync();

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
    }

    [Fact]
    [FieldCase("U3", "B1")]
    public async Task Upload_WhenTheNameStaysTakenUnderReplace_SaysThatAnotherUploadMayBeUnderWay()
    {
        await using var drive = new ScriptedUploads(
            request => request.Step == UploadStep.CreateSession ? Answer.Error(409, "nameAlreadyExists") : null);

        var failure = await Assert.ThrowsAsync<ItemConflictException>(() => drive.UploadAsync());

        Assert.True(failure.IsTransient);
        Assert.Contains("another upload", failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(3, drive.Count(UploadStep.CreateSession));
    }

    [Fact]
    [FieldCase("B1.folder-in-the-way", "B1", Source = "own",
        Report = "With replace, a folder with the name exists: 409 nameAlreadyExists.",
        Right = "The conflict is thrown immediately and is not transient.")]
    public async Task Upload_WhenAFolderIsInTheWay_FailsAtOnce()
    {
        await using var drive = new ScriptedUploads(
            request => request.Step == UploadStep.CreateSession ? Answer.Error(409, "nameAlreadyExists") : null);
        drive.Put(new ScriptedFile(ScriptedUploads.Name, [], drive.Clock.GetUtcNow()) { IsFolder = true });

        var failure = await Assert.ThrowsAsync<ItemConflictException>(() => drive.UploadAsync());

        Assert.False(failure.IsTransient);
        Assert.Equal(1, drive.Count(UploadStep.CreateSession));
    }

    [Fact]
    [FieldCase("B1.refused-twice", "B1", Source = "own",
        Report = "The same fragment is always rejected: first with 403 and a reason, while the session exists.",
        Right = "The fragment is sent twice, then the upload ends with the first error, and the session is deleted.")]
    public async Task Upload_WhenAFragmentIsRefusedForGood_EndsWithTheFirstRefusal()
    {
        await using var drive = new ScriptedUploads(request => request is { Step: UploadStep.Fragment, Range.Start: > 0 }
            ? Answer.Error(403, "accessDenied", $"Refusal {request.Number}.") : null);

        var failure = await Assert.ThrowsAnyAsync<OneDriveApiException>(() => drive.UploadAsync());

        Assert.Contains("Refusal 2.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(3, drive.Count(UploadStep.Fragment));
        Assert.Empty(drive.Sessions);
    }

    [Theory]
    [InlineData(507, "quotaLimitReached")]
    [InlineData(413, "tooLarge")]
    [InlineData(400, "pathIsTooLong")]
    [InlineData(400, "invalidName")]
    [FieldCase("B1.final", "B1", Source = "own",
        Report = "A permanent error: quota, length, path, name.",
        Right = "It is thrown immediately: one request, no delay, and the session is deleted.")]
    public async Task Upload_WhenTheRefusalIsFinal_EndsAtOnce(int status, string code)
    {
        await using var drive = new ScriptedUploads(
            request => request is { Step: UploadStep.Fragment, Number: 2 } ? Answer.Error(status, code) : null);

        await Assert.ThrowsAnyAsync<OneDriveApiException>(() => drive.UploadAsync());

        Assert.Equal((2, 0), (drive.Count(UploadStep.Fragment), drive.Count(UploadStep.Status)));
        Assert.Empty(drive.Sessions);
    }

    [Theory]
    [InlineData(FieldClient.FragmentSize)]
    [InlineData(ScriptedUploads.Length)]
    [FieldCase("B1.young-session", "B1", Source = "in the kind of rclone/rclone#9767",
        Report = "A new session returns 404 for some seconds, for fragments and for queries.",
        Right = "It is queried for some seconds before another session is created.")]
    public async Task Upload_WhenTheNewSessionIsNotKnownYet_WaitsForIt(int length)
    {
        ScriptedUploads drive = null!;
        var opened = DateTimeOffset.MaxValue;
        await using var started = drive = new ScriptedUploads(request =>
        {
            if (request.Step == UploadStep.CreateSession)
            {
                opened = drive.Clock.GetUtcNow();
            }

            return request.Step is UploadStep.Fragment or UploadStep.Status && drive.Clock.GetUtcNow() - opened < TimeSpan.FromSeconds(3)
                ? Answer.Error(404, "itemNotFound") : null;
        }, factor: 20)
        {
            Content = FieldData.Bytes(length),
        };

        var result = await drive.UploadAsync();

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal(1, drive.Count(UploadStep.CreateSession));
    }

    internal static Answer AfterWork(UploadRequest request, Answer answer)
    {
        request.Work();
        return answer;
    }

    private static ScriptedUploads Forgetting(int status)
    {
        ScriptedUploads drive = null!;
        return drive = new ScriptedUploads(request => request switch
        {
            { Step: UploadStep.Fragment, Number: 2 } => Forget(drive),
            { Step: UploadStep.Status } => Answer.Error(status, "invalidRequest"),
            _ => null,
        });
    }

    private static Answer Forget(ScriptedUploads drive)
    {
        drive.Sessions.Clear();
        return Answer.Of(503);
    }
}
