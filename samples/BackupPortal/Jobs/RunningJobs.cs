using System.Collections.Concurrent;

namespace BackupPortal.Jobs;

/// <summary>The runs of this process that are under way.</summary>
public sealed class RunningJobs
{
    private readonly ConcurrentDictionary<int, RunProgress> _runs = new();

    public RunProgress? Find(int runId) => _runs.GetValueOrDefault(runId);

    /// <returns>Null when the run is under way already.</returns>
    public RunProgress? TryAdd(int runId)
    {
        var progress = new RunProgress();
        return _runs.TryAdd(runId, progress) ? progress : null;
    }

    public void Remove(int runId)
    {
        if (_runs.TryRemove(runId, out var progress))
            progress.Dispose();
    }
}
