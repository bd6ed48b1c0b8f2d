using System.Net.Sockets;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers.Folders;

/// <summary>Several files at once, so that small ones cost no round trip each.</summary>
public sealed class FolderConcurrencyTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FolderTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData(4, 16, 4)]
    [InlineData(8, 3, 3)]
    public async Task UploadFolderAsync_HasSeveralFilesUnderWay_ButNoMoreThanAllowed(int files, int requests, int expected)
    {
        await using var scenario = await Scenario.StartAsync();
        _tree.Write(Enumerable.Range(0, 40).Select(index => $"{index}"));
        var crowd = new Crowd(expected, "/content");
        using var client = scenario.NewClient(options => options.MaxConcurrentRequests = requests, transport: crowd.Watch());

        var result = await client.Content.UploadFolderAsync(
            FolderTree.Remote, _tree.Source, new UploadFolderOptions { MaxConcurrentFiles = files, PreserveTimes = false })
            .WaitAsync(Patience);

        result.EnsureComplete();
        Assert.Equal(expected, crowd.Most);
    }

    [Fact]
    public async Task DownloadFolderAsync_UsesFewConnectionsForManyFiles()
    {
        await using var scenario = await Scenario.StartAsync();
        _tree.WriteMany(60);
        var connections = 0;
        using var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (context, cancellationToken) =>
            {
                Interlocked.Increment(ref connections);
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var client = scenario.NewClient(transport: sockets);

        var up = await client.Content.UploadFolderAsync(
            FolderTree.Remote, _tree.Source, new UploadFolderOptions { MaxConcurrentFiles = 4 });
        var down = await client.Content.DownloadFolderAsync(
            FolderTree.Remote, _tree.Copy, new DownloadFolderOptions { MaxConcurrentFiles = 4 });

        Assert.Equal((60, 60), (up.FilesTransferred, down.FilesTransferred));
        Assert.InRange(connections, 1, 24);
    }

    [Fact]
    public async Task DownloadFolderAsync_ReadsTheListsOfSeveralFoldersAtOnce()
    {
        await using var scenario = await Scenario.StartAsync();
        for (var index = 0; index < 9; index++)
            scenario.Drive.WithFile($"Backup/{index}/a", [1]);
        var crowd = new Crowd(4, "/children", after: 1);
        using var client = scenario.NewClient(transport: crowd.Watch());

        var result = await client.Content.DownloadFolderAsync(FolderTree.Remote, _tree.Copy).WaitAsync(Patience);

        result.EnsureComplete();
        Assert.Equal((9, 4), (result.FilesTransferred, crowd.Most));
    }

    /// <summary>Lets the first requests of a kind through only when as many as expected are there; counts how many are at once.</summary>
    private sealed class Crowd(int expected, string path = "createUploadSession", int after = 0)
    {
        private readonly object _gate = new();
        private readonly TaskCompletionSource _isThere = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<int> _sizes = [];
        private int _passed;
        private int _size;

        internal int Most => _sizes.Max();

        internal int MostOfTheLast(int requests) => _sizes.TakeLast(requests).Max();

        internal WatchingTransport Watch() => new(
            request => IsOfKind(request) ? EnterAsync() : Task.CompletedTask,
            response =>
            {
                if (IsOfKind(response.RequestMessage!))
                    Leave();
                return Task.CompletedTask;
            });

        private bool IsOfKind(HttpRequestMessage request) => request.RequestUri!.AbsolutePath.EndsWith(path, StringComparison.Ordinal);

        private Task EnterAsync()
        {
            lock (_gate)
            {
                _sizes.Add(++_size);
                if (_size == expected)
                    _isThere.TrySetResult();
                return ++_passed <= after ? Task.CompletedTask : _isThere.Task;
            }
        }

        private void Leave()
        {
            lock (_gate)
                _size--;
        }
    }
}
