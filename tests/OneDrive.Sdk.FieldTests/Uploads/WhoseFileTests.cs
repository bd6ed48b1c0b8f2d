using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;

namespace OneDrive.Sdk.FieldTests.Uploads;

/// <summary>Whether the file at the name is the one that was sent.</summary>
public sealed class WhoseFileTests
{
    private const int Kept = 100_000;

    [Fact]
    [FieldCase("U12", "B6", Source = "OneDrive/onedrive-api-docs#1366",
        Report = "One request with 200,000 bytes: the service keeps the first 100,000 as the file, and the connection breaks.",
        Right = "The partial file is identified (hash of the first bytes, created after the request was sent) and replaced with "
            + "If-Match: one complete file.")]
    public async Task Upload_OfSmallContent_WhenTheServiceKeptAPiece_ReplacesIt()
    {
        ScriptedUploads drive = null!;
        await using var started = drive = Truncating(() => drive, content => content[..Kept]);

        var result = await drive.UploadAsync(new UploadOptions());

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal(drive.Content, Assert.Single(drive.Files).Value.Content);
        Assert.NotNull(drive.Service.Requests.Last(request => request.Method == "PUT").Header("If-Match"));
    }

    [Fact]
    [FieldCase("U12", "B6")]
    public async Task Upload_OfSmallContent_WhenAnotherFileIsThere_LeavesItAndSaysHowLongItIs()
    {
        ScriptedUploads drive = null!;
        await using var started = drive = Truncating(() => drive, _ => FieldData.Bytes(Kept, seed: 9));

        var failure = await Assert.ThrowsAsync<ItemConflictException>(() => drive.UploadAsync(new UploadOptions()));

        Assert.Contains("100000 bytes", failure.Message, StringComparison.Ordinal);
        Assert.Equal(FieldData.Bytes(Kept, seed: 9), drive.Uploaded);
    }

    [Fact]
    [FieldCase("B6.older-beginning", "B6", Source = "own",
        Report = "With rename, a new file with the first bytes of the content already has the name; one request is interrupted.",
        Right = "It is not accepted as a partial upload: it is kept, and the content gets another name.")]
    public async Task Upload_UnderRename_WhenAnOlderFileHasTheSameBeginning_LeavesIt()
    {
        await using var drive = new ScriptedUploads(request => request is { Step: UploadStep.PutContent, Number: 1 } ? Answer.Break : null)
        {
            Content = FieldData.Bytes(200_000),
        };
        drive.Put(new ScriptedFile(ScriptedUploads.Name, drive.Content[..Kept], drive.Clock.GetUtcNow()));

        var result = await drive.UploadAsync(new UploadOptions { Conflict = ConflictBehavior.Rename });

        Assert.Equal(("x 1.bin", ContentIntegrity.Verified), (result.Item.Name, result.Integrity));
        Assert.Equal(drive.Content[..Kept], drive.Uploaded);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [FieldCase("U19", "B6", Source = "own",
        Report = "An upload from a stream is continued with its resume key and other content of the same length.",
        Right = "The first bytes are compared with the acknowledged ones before anything is sent; the upload restarts.")]
    public async Task Upload_WithAResumeKey_WhenTheContentIsAnother_BeginsAnew(bool sameBeginning)
    {
        var isOff = true;
        await using var drive = new ScriptedUploads(request =>
            isOff && request is { Step: UploadStep.Fragment, Range.Start: >= 2 * FieldClient.FragmentSize } ? Answer.Of(500) : null);
        using var client = drive.Connect(options => options.Retry.MaxRetryAttempts = 1);
        await Assert.ThrowsAnyAsync<OneDriveException>(
            () => drive.UploadAsync(client, new UploadOptions { ResumeKey = "key", Conflict = ConflictBehavior.Replace }));
        isOff = false;
        var other = FieldData.Bytes(ScriptedUploads.Length, seed: 2);
        if (sameBeginning)
        {
            drive.Content.AsSpan(0, FieldClient.FragmentSize).CopyTo(other);
        }

        var result = await client.Content.UploadAsync(
            DriveAddress.Me.Path("/x.bin"),
            new MemoryStream(other),
            new UploadOptions { ResumeKey = "key", Conflict = ConflictBehavior.Replace });

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal(other, drive.Uploaded);
        Assert.Equal(1, drive.Files[ScriptedUploads.Name].Version);
        Assert.Empty(drive.Sessions);
    }

    [Fact]
    [FieldCase("B6.same-content", "B6", Source = "own",
        Report = "An upload from a stream is continued with its resume key and the same content, without a fingerprint.",
        Right = "It resumes from the last acknowledged byte.")]
    public async Task Upload_WithAResumeKey_WhenTheContentIsTheSame_GoesOn()
    {
        var isOff = true;
        await using var drive = new ScriptedUploads(request =>
            isOff && request is { Step: UploadStep.Fragment, Range.Start: >= 2 * FieldClient.FragmentSize } ? Answer.Of(500) : null);
        using var client = drive.Connect(options => options.Retry.MaxRetryAttempts = 1);
        var options = new UploadOptions { ResumeKey = "key", Conflict = ConflictBehavior.Replace };
        await Assert.ThrowsAnyAsync<OneDriveException>(() => drive.UploadAsync(client, options));
        isOff = false;

        var result = await drive.UploadAsync(client, options);

        Assert.Equal((2 * FieldClient.FragmentSize, ContentIntegrity.Verified), (result.ResumedFrom, result.Integrity));
        Assert.Equal(1, drive.Count(UploadStep.CreateSession));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [FieldCase("B6.cancelled-stream", "B6", Source = "own",
        Report = "An upload from a stream without a fingerprint is cancelled while the acknowledgement of a fragment is in transit.",
        Right = "The hash of each fragment is saved before its end is sent, so that the next call resumes from there.")]
    public async Task Upload_WithAResumeKey_WhenCancelledAtAnAcknowledgement_GoesOn(int fragment)
    {
        using var cancellation = new CancellationTokenSource();
        await using var drive = new ScriptedUploads(request => request.Step == UploadStep.Fragment && request.Number == fragment
            ? Cancel(request) : null);
        using var client = drive.Connect();
        var options = new UploadOptions { ResumeKey = "key", Conflict = ConflictBehavior.Replace };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => drive.UploadAsync(client, options, cancellation.Token));

        var result = await drive.UploadAsync(client, options);

        Assert.Equal((fragment * FieldClient.FragmentSize, ContentIntegrity.Verified), (result.ResumedFrom, result.Integrity));
        Assert.Equal(1, drive.Count(UploadStep.CreateSession));

        Answer Cancel(UploadRequest request)
        {
            request.Work();
            cancellation.Cancel();
            return Answer.Break;
        }
    }

    [Fact]
    [FieldCase("B6.old-file-of-equal-length", "B6", Source = "own",
        Report = "With replace, the old file has the same length and no hash; the session is lost with the last fragment.",
        Right = "Length alone is not evidence: the content is sent again, and the new file is created.")]
    public async Task Upload_WhenTheOldFileHasOurLength_IsNotTakenIn()
    {
        var hasFailed = false;
        ScriptedUploads drive = null!;
        await using var started = drive = new ScriptedUploads(request =>
        {
            if (!request.IsLast || hasFailed)
            {
                return null;
            }

            hasFailed = true;
            drive.Sessions.Clear();
            return Answer.Break;
        })
        {
            HidesHashes = true,
        };
        var old = FieldData.Bytes(ScriptedUploads.Length, seed: 2);
        drive.Put(new ScriptedFile(ScriptedUploads.Name, old, drive.Clock.GetUtcNow()) { HasHash = false });

        await drive.UploadAsync();

        Assert.Equal(drive.Content, drive.Uploaded);
    }

    [Fact]
    [FieldCase("B6.changed-content-tag", "B6", Source = "own",
        Report = "With replace, the service does not return a hash yet, and the last response is lost after the file was replaced.",
        Right = "A cTag that differs from the one before the session is evidence: success, NotChecked, nothing is sent twice.")]
    public async Task Upload_WhenOnlyTheContentTagTells_RecognizesItsFile()
    {
        await using var drive = new ScriptedUploads(
            request => request.IsLast ? RefusedSessionTests.AfterWork(request, Answer.Break) : null)
        { HidesHashes = true };
        var old = FieldData.Bytes(ScriptedUploads.Length, seed: 2);
        drive.Put(new ScriptedFile(ScriptedUploads.Name, old, drive.Clock.GetUtcNow()) { HasHash = false });

        var result = await drive.UploadAsync();

        Assert.Equal(ContentIntegrity.NotChecked, result.Integrity);
        Assert.Equal(1, drive.Count(UploadStep.CreateSession));
        Assert.Equal(drive.Content, drive.Uploaded);
    }

    private static ScriptedUploads Truncating(Func<ScriptedUploads> drive, Func<byte[], byte[]> kept) => new(request =>
    {
        if (request is not { Step: UploadStep.PutContent, Number: 1 })
        {
            return null;
        }

        drive().Put(new ScriptedFile(ScriptedUploads.Name, kept(request.Request.Body), drive().Clock.GetUtcNow()));
        return Answer.Break;
    })
    {
        Content = FieldData.Bytes(200_000),
    };
}
