using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>A copy that was ordered, and what became of it. Guarded by the lock of the drive that gets the copy.</summary>
internal sealed class CopyJob(string id, DriveState destination, int polls)
{
    public string Id { get; } = id;

    public DriveState Destination { get; } = destination;

    /// <summary>How often the client is told to wait before it learns how the copy ended.</summary>
    public int PollsLeft { get; set; } = polls;

    public int Polls { get; } = polls;

    /// <summary>The copy; null when it failed, or when it has no item of its own.</summary>
    public ItemNode? Result { get; set; }

    /// <summary>Why the copy as a whole failed.</summary>
    public GraphError? Error { get; set; }

    /// <summary>What could not be copied.</summary>
    public List<(string Code, string Message, string? Target)> Failures { get; } = [];

    public CopyRecord ToRecord() => new()
    {
        Id = Id,
        DriveId = Destination.Id,
        Polls = Polls,
        PollsLeft = PollsLeft,
        ResultId = Result?.Id,
        Error = Error is null ? null : new FailureRecord(Error.Status, Error.Code, Error.Message, Target: null),
        Failures = Failures.Count > 0
            ? [.. Failures.Select(failure => new FailureRecord(0, failure.Code, failure.Message, failure.Target))]
            : null,
    };

    public static CopyJob Restore(CopyRecord record, DriveState destination)
    {
        var job = new CopyJob(record.Id, destination, record.Polls)
        {
            PollsLeft = record.PollsLeft,
            Result = record.ResultId is { } id ? destination.FindById(id) : null,
            Error = record.Error is { } error ? new GraphError(error.Status, error.Code, error.Message) : null,
        };
        job.Failures.AddRange((record.Failures ?? []).Select(failure => (failure.Code, failure.Message, failure.Target)));
        return job;
    }
}
