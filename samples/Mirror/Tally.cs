namespace OneDrive.Sdk.Mirror;

/// <summary>What a run did.</summary>
internal sealed class Tally
{
    private const int MostFailures = 100;

    private readonly List<string> _failures = [];
    private long _downloads;

    internal long Downloads => _downloads;

    internal long Changes { get; set; }

    internal long Folders { get; set; }

    internal long Moves { get; set; }

    internal long Trashed { get; set; }

    internal long Conflicts { get; set; }

    internal long Adopted { get; set; }

    internal long Resyncs { get; set; }

    internal long Failed { get; private set; }

    internal IReadOnlyList<string> Failures => _failures;

    internal void Downloaded() => Interlocked.Increment(ref _downloads);

    internal void Fail(string name, Exception exception)
    {
        lock (_failures)
        {
            Failed++;
            if (_failures.Count < MostFailures)
                _failures.Add($"'{name}': {exception.Message}");
        }
    }

    public override string ToString() =>
        $"{Changes} changes: {Downloads} downloads, {Folders} folders, {Moves} moves, {Trashed} to the trash, {Conflicts} conflicts kept, "
        + $"{Adopted} there already, {Resyncs} resyncs, {Failed} failed";
}
