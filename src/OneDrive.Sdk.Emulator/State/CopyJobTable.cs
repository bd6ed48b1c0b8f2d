using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>The copies that were ordered. Their ids cannot be guessed, since whoever knows one may ask about it.</summary>
internal sealed class CopyJobTable(EmulatorOptions options)
{
    private readonly ConcurrentDictionary<string, CopyJob> _jobs = new(StringComparer.OrdinalIgnoreCase);

    public CopyJob Add(DriveState destination)
    {
        var job = new CopyJob(new Guid(RandomNumberGenerator.GetBytes(16)).ToString(), destination, options.CopyPolls);
        _jobs[job.Id] = job;
        return job;
    }

    public CopyJob? Find(string id) => _jobs.GetValueOrDefault(id);
}
