using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>The upload sessions of the small files of a folder, created in groups; see docs/decisions/0015.</summary>
internal sealed class FolderSessions
{
    private readonly object _gate = new();
    private readonly UploadSessionClient _client;
    private readonly UploadSessionBatch _batch;
    private readonly GraphTransport _transport;
    private readonly HashSet<SessionGroup> _open = [];
    private readonly List<FolderWork> _works = [];
    private readonly int _groupsAhead;
    private SessionGroup? _group;
    private SessionGroup? _last;

    /// <param name="transport">The transport.</param>
    /// <param name="concurrentFiles">How many files are uploaded at a time.</param>
    internal FolderSessions(GraphTransport transport, int concurrentFiles)
    {
        // Of 16 files at a time a group lasts about a round trip, and the next one has to be there by then.
        _groupsAhead = 1 + (concurrentFiles / 16);
        _transport = transport;
        _client = new UploadSessionClient(transport);
        _batch = new UploadSessionBatch(transport, _client);
    }

    internal bool AreOffered => _batch.IsOffered;

    /// <summary>Adds a file to the current group.</summary>
    /// <param name="plan">Says what session the file needs.</param>
    /// <param name="upload">Uploads the file.</param>
    /// <param name="entry">The file.</param>
    internal void Add(
        Func<CancellationToken, Task<SessionGroup.PlannedSession?>> plan,
        Func<Func<CancellationToken, Task<PreparedSession?>>, CancellationToken, Task<FolderTransferItem>> upload,
        LocalEntry entry)
    {
        var group = _group ??= new SessionGroup(_batch, _client, _transport);
        var number = group.Add(plan);
        _works.Add(new FolderWork(entry.RelativePath, IsFolder: false, token => RunAsync(group, number, upload, token)));
    }

    /// <summary>The files of the group if it is complete.</summary>
    internal IReadOnlyList<FolderWork> TakeFullGroup() => _group is { IsFull: true } ? TakeGroup() : [];

    /// <summary>The files of the group, which is complete now.</summary>
    internal IReadOnlyList<FolderWork> TakeGroup()
    {
        if (_group is not { } group)
            return [];
        if (_last is { } last)
            last.Next = group;
        (_last, _group) = (group, null);
        IReadOnlyList<FolderWork> works = [.. _works];
        _works.Clear();
        return works;
    }

    /// <summary>Deletes the sessions of files that were not begun.</summary>
    internal async Task EndAsync(CancellationToken cancellationToken)
    {
        SessionGroup[] groups;
        lock (_gate)
            groups = [.. _open];
        await _client.WaitAsync(
            Task.WhenAll(groups.Select(group => group.EndAllAsync(cancellationToken))), cancellationToken).ConfigureAwait(false);
    }

    private async Task<FolderTransferItem> RunAsync(
        SessionGroup group,
        int number,
        Func<Func<CancellationToken, Task<PreparedSession?>>, CancellationToken, Task<FolderTransferItem>> upload,
        CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (var one in group.WithNext(_groupsAhead))
            {
                if (_open.Add(one))
                    one.Begin(cancellationToken);
            }
        }

        try
        {
            return await upload(token => group.GetAsync(number, token), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (await group.EndAsync(number, cancellationToken).ConfigureAwait(false))
            {
                lock (_gate)
                    _open.Remove(group);
            }
        }
    }
}
