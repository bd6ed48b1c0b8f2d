using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>
/// Small files of a folder upload whose sessions are created in one request, before their turn comes. The sessions of the next groups are
/// created while the files of this one are sent.
/// </summary>
internal sealed class SessionGroup(UploadSessionBatch batch, UploadSessionClient client, GraphTransport transport)
{
    private readonly object _gate = new();
    private readonly List<Func<CancellationToken, Task<PlannedSession?>>> _plans = [];
    private Task<PreparedSession?[]>? _creating;
    private int _ended;

    internal bool IsFull => _plans.Count == UploadSessionBatch.MaximumSize;

    /// <summary>The group of the files that follow; null if there are none, or none yet.</summary>
    internal SessionGroup? Next { get; set; }

    /// <summary>Adds a file before the group is used.</summary>
    /// <param name="plan">Says what session the file needs; null if it needs none, or has to be looked at first.</param>
    /// <returns>The number of the file.</returns>
    internal int Add(Func<CancellationToken, Task<PlannedSession?>> plan)
    {
        _plans.Add(plan);
        return _plans.Count - 1;
    }

    /// <summary>This group and some of the next ones, whose sessions are created now.</summary>
    /// <param name="groups">How many of the next ones.</param>
    internal IEnumerable<SessionGroup> WithNext(int groups)
    {
        var group = this;
        for (var ahead = 0; ahead <= groups && group is not null; ahead++, group = group.Next)
            yield return group;
    }

    /// <summary>Begins to create the sessions.</summary>
    internal void Begin(CancellationToken cancellationToken) => _ = CreateAsync(cancellationToken);

    /// <summary>The session of a file; null if it has to create its own.</summary>
    internal async Task<PreparedSession?> GetAsync(int number, CancellationToken cancellationToken) =>
        (await CreateAsync(cancellationToken).ConfigureAwait(false))[number];

    /// <summary>A file has ended: deletes its session if it was not used.</summary>
    /// <returns>Whether it was the last file of the group.</returns>
    internal async Task<bool> EndAsync(int number, CancellationToken cancellationToken)
    {
        if (_creating is { IsCompletedSuccessfully: true } creating)
            await EndAsync((await creating.ConfigureAwait(false))[number], cancellationToken).ConfigureAwait(false);
        return Interlocked.Increment(ref _ended) == _plans.Count;
    }

    /// <summary>The upload has ended: deletes all sessions that were not used.</summary>
    internal async Task EndAllAsync(CancellationToken cancellationToken)
    {
        Task<PreparedSession?[]>? creating;
        lock (_gate)
            creating = _creating;
        if (creating is null)
            return;
        await ((Task)creating).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (creating.IsCompletedSuccessfully)
        {
            var sessions = await creating.ConfigureAwait(false);
            await Task.WhenAll(sessions.Select(session => EndAsync(session, cancellationToken))).ConfigureAwait(false);
        }
    }

    private Task EndAsync(PreparedSession? session, CancellationToken cancellationToken) =>
        session?.TryTake() is true ? client.EndAsync(session.Url, cancellationToken) : Task.CompletedTask;

    private Task<PreparedSession?[]> CreateAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _creating ??= Task.Run(() => CreateAllAsync(cancellationToken), cancellationToken);
    }

    private async Task<PreparedSession?[]> CreateAllAsync(CancellationToken cancellationToken)
    {
        var sessions = new PreparedSession?[_plans.Count];
        List<(int Number, PlannedSession Plan)> planned = [];
        for (var number = 0; number < _plans.Count; number++)
        {
            if (await _plans[number](cancellationToken).ConfigureAwait(false) is { } plan)
                planned.Add((number, plan));
        }

        // One session costs a request either way.
        if (planned.Count < 2)
            return sessions;
        var asked = transport.TimeProvider.GetTimestamp();
        var created = await batch.CreateAsync([.. planned.Select(one => one.Plan.Call)], cancellationToken).ConfigureAwait(false);
        for (var index = 0; index < created.Length; index++)
        {
            if (created[index] is { } session)
            {
                var (number, plan) = planned[index];
                sessions[number] = new PreparedSession(client.UrlOf(session)!, session.ExpirationDateTime, asked, plan.Times)
                {
                    Before = plan.Before,
                };
            }
        }

        return sessions;
    }

    /// <summary>The session that a file needs.</summary>
    /// <param name="Call">Creates it.</param>
    /// <param name="Times">The times that the file gets.</param>
    /// <param name="Before">The state of the destination; null if unknown.</param>
    internal sealed record PlannedSession(GraphCall<UploadSession> Call, FileSystemTimes? Times, DestinationSnapshot? Before);
}
