using System.Globalization;
using OneDrive.Sdk.FieldTests.Service;

namespace OneDrive.Sdk.FieldTests.Uploads;

/// <summary>The service's own clock, and not this machine's, is compared with the service's times.</summary>
public sealed class ServiceClockTests
{
    private static readonly FileSystemTimes Old = new()
    {
        Created = new DateTimeOffset(2023, 2, 3, 4, 5, 6, TimeSpan.Zero),
        LastModified = new DateTimeOffset(2023, 5, 6, 7, 8, 9, TimeSpan.Zero),
    };

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [FieldCase("U9", "B4", Source = "own",
        Report = "The local clock is wrong by an hour; a fragment gets 429 with Retry-After as a date 3 s after the Date of the service.",
        Right = "The delay is 3 to 4 s.")]
    public async Task Upload_WhenTheLocalClockIsWrong_WaitsAsLongAsTheServiceMeans(int hours)
    {
        ScriptedUploads drive = null!;
        DateTimeOffset throttled = default;
        await using var started = drive = new ScriptedUploads(
            request => request is { Step: UploadStep.Fragment, Number: 2 } ? Throttle() : null, factor: 10);

        await drive.UploadAsync(configure: options => options.TimeProvider = drive.Clock.Skewed(TimeSpan.FromHours(hours)));

        var again = drive.Service.Requests.First(request => request.Time > throttled && request.Method == "PUT").Time;
        Assert.InRange((again - throttled).TotalSeconds, 2, 6);

        Answer Throttle()
        {
            throttled = drive.Clock.GetUtcNow();
            return Answer.Of(429).WithRetryAfter((throttled + TimeSpan.FromSeconds(3)).ToString("R", CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("Wed, 04 Mar 2020 05:06:07 GMT")]
    [FieldCase("U8", "B4", Source = "microsoftgraph/msgraph-sdk-javascript#297",
        Report = "429 with Retry-After: 0, or with a date in the past, for three seconds.",
        Right = "The back-off of the client is the lower bound of the delay, so the attempts last.")]
    public async Task Upload_WhenTheServiceAsksForNoWait_BacksOffByItself(string retryAfter)
    {
        DateTimeOffset? first = null;
        ScriptedUploads drive = null!;
        await using var started = drive = new ScriptedUploads(request =>
        {
            if (request is not { Step: UploadStep.Fragment, Range.Start: > 0 })
            {
                return null;
            }

            first ??= drive.Clock.GetUtcNow();
            return drive.Clock.GetUtcNow() - first < TimeSpan.FromSeconds(3) ? Answer.Of(429).WithRetryAfter(retryAfter) : null;
        }, factor: 20);

        var result = await drive.UploadAsync(configure: options => options.Retry.BaseDelay = TimeSpan.FromSeconds(1));

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
    }

    [Theory]
    [InlineData(ConflictBehavior.Rename, false)]
    [InlineData(ConflictBehavior.Fail, true)]
    [InlineData(ConflictBehavior.Fail, false)]
    [FieldCase("U10", "B4", Source = "OneDrive/onedrive-api-docs#1600",
        Report = "The file gets times of three years ago, the last response is lost, and the service returns those times as its own.",
        Right = "The file is found: one file, success.")]
    public async Task Upload_WithOldTimes_WhenTheLastAnswerIsLost_RecognizesTheFile(ConflictBehavior conflict, bool hidesHash)
    {
        await using var drive = new ScriptedUploads(Lose) { HidesHashes = hidesHash };
        if (conflict is ConflictBehavior.Rename)
        {
            drive.Put(new ScriptedFile(ScriptedUploads.Name, [1], drive.Clock.GetUtcNow()));
        }

        var result = await drive.UploadAsync(new UploadOptions { Conflict = conflict, Times = Old });

        Assert.Equal(hidesHash ? ContentIntegrity.NotChecked : ContentIntegrity.Verified, result.Integrity);
        Assert.Equal(conflict is ConflictBehavior.Rename ? "x 1.bin" : "x.bin", result.Item.Name);
        Assert.Equal(conflict is ConflictBehavior.Rename ? 2 : 1, drive.Files.Count);
        Assert.Equal(1, drive.Count(UploadStep.CreateSession));
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(5)]
    [FieldCase("B4.lost-answer", "B4", Source = "own",
        Report = "The local clock is wrong by five hours, and the last response with fail is lost.",
        Right = "The file is identified by the service's clock.")]
    public async Task Upload_WhenTheLocalClockIsWrong_RecognizesItsFile(int hours)
    {
        await using var drive = new ScriptedUploads(Lose);

        var result = await drive.UploadAsync(
            new UploadOptions(), options => options.TimeProvider = drive.Clock.Skewed(TimeSpan.FromHours(hours)));

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal(1, drive.Count(UploadStep.CreateSession));
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(5)]
    [FieldCase("B4.older-copy", "B4", Source = "own",
        Report = "With rename, a copy with the same content was created an hour before; the local clock is wrong, and the last fragment "
            + "is lost before the service receives it.",
        Right = "The older copy is not accepted as the upload; the upload creates its own file.")]
    public async Task Upload_UnderRename_WhenAnOlderCopyIsThere_MakesItsOwn(int hours)
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
        });
        drive.Put(new ScriptedFile(ScriptedUploads.Name, [1], drive.Clock.GetUtcNow()));
        drive.Put(new ScriptedFile("x 2.bin", drive.Content, drive.Clock.GetUtcNow() - TimeSpan.FromHours(1)));

        var result = await drive.UploadAsync(
            new UploadOptions { Conflict = ConflictBehavior.Rename },
            options => options.TimeProvider = drive.Clock.Skewed(TimeSpan.FromHours(hours)));

        Assert.Equal("x 1.bin", result.Item.Name);
        Assert.Equal(3, drive.Files.Count);
    }

    private static Answer? Lose(UploadRequest request) =>
        request.IsLast ? RefusedSessionTests.AfterWork(request, Answer.Break) : null;
}
