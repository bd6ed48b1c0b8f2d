using System.Diagnostics;
using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.FieldTests.Uploads;

/// <summary>No session whose creation was answered stays behind.</summary>
public sealed class AbandonedSessionTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    [Fact]
    [FieldCase("U4", "B2", Source = "own",
        Report = "A fragment gets 429 with Retry-After: 5 and the caller never waits (MaxRetryAfter = 0); an open session blocks the "
            + "name.",
        Right = "The session is deleted immediately, in spite of the Retry-After; the next attempt succeeds.")]
    public async Task Upload_WhenItGivesUpBecauseOfThrottling_DeletesTheSessionAtOnce()
    {
        await using var drive = new ScriptedUploads(request => request is { Step: UploadStep.Fragment, Number: 2 }
            ? Answer.Of(429).WithRetryAfter("5") : null)
        {
            BlocksNames = true,
        };
        using var client = drive.Connect(options => options.Retry.MaxRetryAfter = TimeSpan.Zero);
        await Assert.ThrowsAsync<ThrottledException>(() => drive.UploadAsync(client));
        Assert.Empty(drive.Sessions);
        await drive.Wait(TimeSpan.FromSeconds(5.5));

        var result = await drive.UploadAsync(client);

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [FieldCase("U4", "B2")]
    public async Task Upload_WhenCancelledInALongCoolDown_ReturnsWithinASecondWhetherTheDeleteIsAnsweredOrNot(bool isAnswered)
    {
        var silence = new TaskCompletionSource();
        var waiting = new TaskCompletionSource();
        await using var drive = new ScriptedUploads(request => request.Step switch
        {
            UploadStep.Fragment when request.Number == 2 => Throttle(waiting),
            UploadStep.Cancel when !isAnswered => Answer.Of(204).After(silence.Task),
            _ => null,
        });
        using var cancellation = new CancellationTokenSource();
        var upload = drive.UploadAsync(
            configure: options => options.TimeProvider = TimeProvider.System, cancellationToken: cancellation.Token);
        await waiting.Task;
        await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);

        var began = Stopwatch.GetTimestamp();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upload);

        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, Soon);
        Assert.Equal(1, drive.Count(UploadStep.Cancel));
        silence.SetResult();
    }

    [Theory]
    [InlineData(507, null)]
    [InlineData(429, "5")]
    [FieldCase("B2.end-not-taken", "B2", Source = "own",
        Report = "The last fragment is not accepted: the drive is full, or Retry-After is longer than the caller allows.",
        Right = "The session cannot become the file, and is deleted.")]
    public async Task Upload_WhenTheLastFragmentIsNotTaken_DeletesTheSession(int status, string? retryAfter)
    {
        await using var drive = new ScriptedUploads(request => request.IsLast
            ? retryAfter is null ? Answer.Of(status) : Answer.Of(status).WithRetryAfter(retryAfter) : null);

        await Assert.ThrowsAnyAsync<OneDriveApiException>(
            () => drive.UploadAsync(configure: options => options.Retry.MaxRetryAfter = TimeSpan.Zero));

        Assert.Empty(drive.Sessions);
    }

    [Fact]
    [FieldCase("B2.cancelled-while-opening", "B2", Source = "own",
        Report = "The caller cancels while createUploadSession is pending.",
        Right = "The response is still read, and the session is deleted.")]
    public async Task Upload_WhenCancelledWhileTheSessionIsOpened_DeletesIt()
    {
        using var cancellation = new CancellationTokenSource();
        ScriptedUploads drive = null!;
        await using var started = drive = new ScriptedUploads(request =>
        {
            if (request.Step != UploadStep.CreateSession)
            {
                return null;
            }

            var answer = request.Work();
            cancellation.CancelAfter(1);
            return answer.After(Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System));
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => drive.UploadAsync(
            configure: options => options.TimeProvider = TimeProvider.System, cancellationToken: cancellation.Token));

        await UntilAsync(() => drive.Sessions.IsEmpty);
    }

    [Fact]
    [FieldCase("B2.store-fails", "B2", Source = "own",
        Report = "The session is created, and the store cannot save its record.",
        Right = "The session is deleted before the exception is thrown.")]
    public async Task Upload_WhenTheRecordCannotBeSaved_DeletesTheSession()
    {
        await using var drive = new ScriptedUploads();

        await Assert.ThrowsAsync<IOException>(() => drive.UploadAsync(
            new UploadOptions { ResumeKey = "key" }, options => options.UploadSessionStore = new FullStore()));

        Assert.Empty(drive.Sessions);
    }

    [Fact]
    [FieldCase("U18", "B2", Source = "own",
        Report = "Twelve folder uploads of 300 small files are cancelled at random times.",
        Right = "No session whose creation was acknowledged stays open.")]
    public async Task UploadFolder_WhenCancelledAtRandom_LeavesNoSession()
    {
        using var directory = new TemporaryDirectory();
        for (var file = 0; file < 300; file++)
        {
            await File.WriteAllBytesAsync(directory[$"{file}.bin"], FieldData.Bytes(50, file));
        }

        await using var drive = new ScriptedUploads(request => request.Request.Method == "POST" && request.Step != UploadStep.CreateSession
            ? Answer.Json("""{"id":"f","name":"f","folder":{},"parentReference":{"driveId":"d"} }""", 201) : null);
        drive.Put(new ScriptedFile("f", [], drive.Clock.GetUtcNow()) { IsFolder = true });
        using var client = drive.Connect(options => options.TimeProvider = TimeProvider.System);
        var random = new Random(7);
        for (var round = 0; round < 12; round++)
        {
            using var cancellation = new CancellationTokenSource(random.Next(5, 100));
            await Record.ExceptionAsync(() => client.Content.UploadFolderAsync(
                DriveAddress.Me.Path("/f"),
                directory[""],
                new UploadFolderOptions { Conflict = ConflictBehavior.Replace },
                cancellation.Token));
        }

        await UntilAsync(() => drive.Sessions.IsEmpty);
        Assert.True(drive.Count(UploadStep.CreateSession) > 10);
    }

    [Fact]
    [FieldCase("H27", "H3", Source = "own",
        Report = "Two hundred uploads are cancelled at random times.",
        Right = "No session whose creation was acknowledged stays open; a session without a response expires, as documented.")]
    public async Task Upload_WhenCancelledAtRandom_LeavesNoSession()
    {
        await using var drive = new ScriptedUploads();
        using var client = drive.Connect(options => options.TimeProvider = TimeProvider.System);
        var random = new Random(11);
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
        {
            int delay;
            lock (random)
            {
                delay = random.Next(0, 25);
            }

            using var cancellation = new CancellationTokenSource(delay);
            await Record.ExceptionAsync(() => client.Content.UploadAsync(
                DriveAddress.Me.Path($"/{number}.bin"), new MemoryStream(drive.Content), ScriptedUploads.Replacing, cancellation.Token));
        });

        await UntilAsync(() => drive.Sessions.IsEmpty);
        Assert.True(drive.Count(UploadStep.CreateSession) > 10);
    }

    internal static async Task UntilAsync(Func<bool> condition)
    {
        var began = Stopwatch.GetTimestamp();
        while (!condition() && Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(2))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }

        Assert.True(condition(), "It did not come about within 2 s.");
    }

    private static Answer Throttle(TaskCompletionSource waiting)
    {
        waiting.TrySetResult();
        return Answer.Of(429).WithRetryAfter("60");
    }

    private sealed class FullStore : IUploadSessionStore
    {
        public Task<UploadSessionRecord?> FindAsync(string key, CancellationToken cancellationToken = default) =>
            Task.FromResult<UploadSessionRecord?>(null);

        public Task<bool> TrySaveAsync(UploadSessionRecord record, long expectedVersion, CancellationToken cancellationToken = default) =>
            Task.FromException<bool>(new IOException("The disk is full."));

        public Task RemoveAsync(string key, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task<IReadOnlyList<UploadSessionRecord>> ListAsync(CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyList<UploadSessionRecord>>([]);

        public Task<bool> TryAcquireAsync(string key, string owner, TimeSpan duration, CancellationToken cancellationToken = default) =>
            Task.FromResult(true);
    }
}
