using System.Collections.Concurrent;
using System.Security.Cryptography;
using OneDrive.Sdk.Emulator.Storage;
using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>The copies that were ordered. Their ids cannot be guessed, since anyone who knows one may ask about it.</summary>
internal sealed class CopyJobTable(EmulatorOptions options, Ledger ledger)
{
    private readonly ConcurrentDictionary<string, CopyJob> _jobs = new(StringComparer.OrdinalIgnoreCase);

    public CopyJob Add(DriveState destination)
    {
        var job = new CopyJob(new Guid(RandomNumberGenerator.GetBytes(16)).ToString(), destination, options.CopyPolls);
        _jobs[job.Id] = job;
        return job;
    }

    /// <summary>Has a copy saved as it is now. Called under the lock of the drive that gets it.</summary>
    public void TakeDown(CopyJob job) => ledger.Note(new StateEntry { Copy = job.ToRecord() });

    public IEnumerable<StateEntry> SaveAll() => _jobs.Values.Select(job =>
    {
        lock (job.Destination.Gate)
        {
            return new StateEntry { Copy = job.ToRecord() };
        }
    });

    public void Restore(CopyJob job) => _jobs[job.Id] = job;

    /// <summary>Forgets the copies into a drive.</summary>
    public void Remove(DriveState destination)
    {
        foreach (var job in _jobs.Values.Where(job => job.Destination == destination))
        {
            _jobs.TryRemove(job.Id, out _);
        }
    }

    public CopyJob? Find(string id) => _jobs.GetValueOrDefault(id);
}
