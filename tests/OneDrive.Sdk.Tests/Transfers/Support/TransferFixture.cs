using Microsoft.Win32.SafeHandles;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Tests.Http;
using OneDrive.Sdk.Tests.Support;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>The transfer engines and the whole handler chain over a fake service and a clock that jumps from wait to wait.</summary>
internal sealed class TransferFixture : IDisposable
{
    internal const int Unit = OneDriveTransferOptions.FragmentAlignment;

    // The limits of ending a session. No pause before a retry has one of these lengths: those are 0.8 to 1.2 times a power of two in
    // seconds.
    private static readonly TimeSpan[] TidyingLimits = [TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(750)];

    private readonly RecordingLoggerFactory _log = new();

    internal TransferFixture(Action<OneDriveOptions>? configure = null)
    {
        var options = new OneDriveOptions { TimeProvider = Clock, LoggerFactory = _log };
        options.Retry.AttemptTimeout = TimeSpan.FromDays(1);
        options.Transfers.FragmentSize = Unit;
        options.Transfers.SingleRequestLimit = 1000;
        configure?.Invoke(options);
        Service = new FakeService(Clock);
        var tokens = new CountingTokens();
        var pipeline = ClientPipeline.Create(options, Service, tokens);
        Transport = pipeline.Connect(tokens);
        OtherIdentity = new UploadEngine(pipeline.Connect(new CountingTokens()), new InMemoryUploadSessionStore(Clock), pipeline.Logger);
        Store = new InMemoryUploadSessionStore(Clock);
        Uploads = new UploadEngine(Transport, Store, pipeline.Logger);
        Pending = new PendingUploads(Transport, Store, pipeline.Logger);
        UploadsWith = store => new UploadEngine(Transport, store, pipeline.Logger);
        Commits = new PendingCommit(Transport, Store, pipeline.Logger);
        Downloads = new DownloadEngine(Transport, pipeline.Logger);
        DownloadsWith = open => new DownloadEngine(Transport, pipeline.Logger) { OpenWorkingFile = open };
    }

    internal ManualTimeProvider Clock { get; } = new();

    internal FakeService Service { get; }

    internal GraphTransport Transport { get; }

    internal InMemoryUploadSessionStore Store { get; }

    internal UploadEngine Uploads { get; }

    /// <summary>Uploads of another identity over the same pipeline.</summary>
    internal UploadEngine OtherIdentity { get; }

    internal PendingUploads Pending { get; }

    internal PendingCommit Commits { get; }

    /// <summary>Another upload engine, which remembers its sessions elsewhere.</summary>
    internal Func<IUploadSessionStore, UploadEngine> UploadsWith { get; }

    internal DownloadEngine Downloads { get; }

    /// <summary>Another download engine, which opens what was received as it is told.</summary>
    internal Func<Func<WorkingFile, SafeFileHandle>, DownloadEngine> DownloadsWith { get; }

    internal List<TimeSpan> Waits { get; } = [];

    internal List<TransferProgress> Progress { get; } = [];

    internal static ItemAddress Destination { get; } = DriveAddress.Me.Path("/a.bin");

    internal FakeItem? Uploaded
    {
        get => Service.Items.GetValueOrDefault(Destination.ToString());
        set => Service.Items[Destination.ToString()] = value!;
    }

    internal Task<UploadResult> UploadAsync(long length, UploadOptions? options = null, CancellationToken cancellationToken = default) =>
        UploadAsync(new GeneratedStream(length), options, cancellationToken);

    internal Task<UploadResult> UploadAsync(Stream content, UploadOptions? options = null, CancellationToken cancellationToken = default) =>
        FinishAsync(
            () => Uploads.UploadAsync(Destination, content, options ?? new UploadOptions { Progress = ListProgress() }, cancellationToken));

    internal Task<UploadResult> CommitAsync(string key, CommitUploadOptions? options = null) =>
        FinishAsync(() => Commits.RunAsync(key, options ?? new CommitUploadOptions(), default));

    internal IProgress<TransferProgress> ListProgress() => new SynchronousProgress(Progress);

    /// <summary>Lets the work run to its end: whenever it waits, the clock moves to the end of the wait.</summary>
    internal async Task<T> FinishAsync<T>(Func<Task<T>> work)
    {
        var task = Task.Run(work);
        while (!task.IsCompleted)
        {
            var timer = Clock.WaitForTimerAsync(
                due => due > TimeSpan.Zero && due < TimeSpan.FromSeconds(299) && !TidyingLimits.Contains(due));
            if (await Task.WhenAny(task, timer) == timer)
            {
                Waits.Add(await timer);
                Clock.Advance(await timer);
            }
        }

        AssertNoSecret(string.Join('\n', _log.Entries.Select(entry => entry.Text)));
        AssertNoSecret(task.Exception?.ToString() ?? "");
        return await task;
    }

    internal void AssertUploaded(long length)
    {
        Assert.NotNull(Uploaded);
        Assert.True(
            Uploaded.Content.AsSpan().SequenceEqual(GeneratedStream.Bytes(0, (int)length)),
            "The service holds other bytes than the source.");
        AssertNoToken();
    }

    internal void AssertNoToken() => Assert.All(
        Service.Exchanges.Where(exchange => exchange.Step is FakeStep.Fragment or FakeStep.Status or FakeStep.Cancel or FakeStep.Bytes),
        exchange => Assert.Null(exchange.Header("Authorization")));

    public void Dispose()
    {
        Service.Dispose();
        _log.Dispose();
    }

    private static void AssertNoSecret(string text) => Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);

    private sealed class SynchronousProgress(List<TransferProgress> reports) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value) => reports.Add(value);
    }
}
