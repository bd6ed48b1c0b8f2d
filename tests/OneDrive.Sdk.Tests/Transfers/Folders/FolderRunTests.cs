using System.Threading.Channels;
using OneDrive.Sdk.Tests.Http;
using OneDrive.Sdk.Transfers.Folders;

namespace OneDrive.Sdk.Tests.Transfers.Folders;

/// <summary>The files of a folder, each held until the test lets it end.</summary>
public sealed class FolderRunTests
{
    private readonly Channel<TaskCompletionSource> _begun = Channel.CreateUnbounded<TaskCompletionSource>();
    private readonly List<int> _crowds = [];
    private int _underWay;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RunAsync_WhenAFailureEndsIt_BreaksOffTheOthersOnlyIfItWasTheFirstErrorOption(bool stopOnFirstError)
    {
        var wasBrokenOff = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var isEnded = new TaskCompletionSource();
        var other = new FolderWork("other", IsFolder: false, async token =>
        {
            await using var registration = token.Register(() => wasBrokenOff.TrySetResult(true));
            await Task.WhenAny(isEnded.Task, wasBrokenOff.Task);
            token.ThrowIfCancellationRequested();
            return new FolderTransferItem("other", isFolder: false, FolderTransferOutcome.Transferred);
        });
        var full = new FolderWork("full", IsFolder: false, _ => throw new OneDriveAuthenticationException("The sign-in is over."));
        var later = new FolderWork("later", IsFolder: false, _ => throw new InvalidOperationException("It is begun although all is over."));
        var told = new Telling(item =>
        {
            if (item.Error is not null && !stopOnFirstError)
                isEnded.SetResult();
        });

        var result = await new FolderRun(
            new ChainFixture(TimeProvider.System).Graph, new FolderRunOptions(2, stopOnFirstError, told))
            .RunAsync(Walk(other, full, later, later), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.IsType<OneDriveAuthenticationException>(result.EndedBy);
        Assert.Equal(stopOnFirstError ? 0 : 1, result.FilesTransferred);
    }

    [Fact]
    public async Task RunAsync_NeverHasMoreFilesUnderWayThanRequestsAreAllowed()
    {
        var run = NewRun(new ChainFixture(TimeProvider.System, options => options.MaxConcurrentRequests = 3))
            .RunAsync(Files(40), CancellationToken.None);

        for (var file = 0; file < 40; file++)
            (await TakeAsync(1))[0].SetResult();
        await run;

        Assert.InRange(_crowds.Max(), 1, 3);
    }

    [Fact]
    public async Task RunAsync_WhenTheProgressThrows_EndsWithItsError()
    {
        var chain = new ChainFixture(TimeProvider.System);
        var throwing = new Telling(_ => throw new InvalidOperationException("The caller's own."));
        var run = new FolderRun(chain.Graph, new FolderRunOptions(2, false, throwing)).RunAsync(Files(50), CancellationToken.None);
        (await TakeAsync(2)).ForEach(file => file.TrySetResult());

        await Assert.ThrowsAsync<InvalidOperationException>(() => run);
    }

    [Fact]
    public async Task RunAsync_NeverLetsTheWalkerGetFarAhead()
    {
        var walked = 0;
        var run = NewRun(new ChainFixture(TimeProvider.System)).RunAsync(Files(10_000, () => walked++), CancellationToken.None);

        for (var file = 0; file < 1000; file++)
            (await TakeAsync(1))[0].SetResult();

        Assert.InRange(walked, 1000, 1100);
        _begun.Writer.Complete();
        await foreach (var file in _begun.Reader.ReadAllAsync())
            file.SetResult();
        Assert.Equal(10_000, (await run).FilesTransferred);
    }

    private static FolderRun NewRun(ChainFixture chain) => new(chain.Graph, new FolderRunOptions(8, false, null));

    private async Task<List<TaskCompletionSource>> TakeAsync(int count)
    {
        var files = new List<TaskCompletionSource>();
        while (files.Count < count)
            files.Add(await _begun.Reader.ReadAsync());
        return files;
    }

    private async IAsyncEnumerable<FolderWork> Files(int count, Action? onWalk = null)
    {
        for (var index = 0; index < count; index++)
        {
            onWalk?.Invoke();
            yield return new FolderWork($"{index}", IsFolder: false, DoAsync);
        }

        await Task.CompletedTask;
    }

    private async Task<FolderTransferItem> DoAsync(CancellationToken cancellationToken)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_crowds)
            _crowds.Add(++_underWay);
        if (_begun.Writer.TryWrite(end))
            await end.Task.WaitAsync(cancellationToken);
        lock (_crowds)
            _underWay--;
        return new FolderTransferItem("file", isFolder: false, FolderTransferOutcome.Transferred);
    }

    private static async IAsyncEnumerable<FolderWork> Walk(params IEnumerable<FolderWork> works)
    {
        await Task.CompletedTask;
        foreach (var work in works)
            yield return work;
    }

    private sealed class Telling(Action<FolderTransferItem> report) : IProgress<FolderTransferItem>
    {
        public void Report(FolderTransferItem value) => report(value);
    }
}
