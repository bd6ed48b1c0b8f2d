using System.Collections;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Recording;

namespace OneDrive.Sdk.Emulator;

/// <summary>The recorded requests and responses, in the order of arrival. An exchange is recorded before its response is sent.</summary>
public sealed class TrafficLog : IEnumerable<TrafficEntry>
{
    private const long MostBodyBytes = 64L * 1024 * 1024;

    private readonly Queue<TrafficRecord> _records = new();
    private readonly EmulatorOptions _options;
    private TaskCompletionSource _changed = NewSignal();
    private volatile bool _recordsBodies;
    private long _sequence;
    private long _version;
    private long _bodyBytes;

    internal TrafficLog(EmulatorOptions options) => (_options, _recordsBodies) = (options, options.RecordBodies);

    /// <summary>The number of recorded exchanges.</summary>
    public int Count
    {
        get
        {
            lock (_records)
            {
                return _records.Count;
            }
        }
    }

    /// <summary>
    /// Whether all headers and the first 64 KiB of bodies are recorded from now on. Secrets are masked. Up to 64 MiB of bodies are kept;
    /// those of the oldest exchanges are removed first.
    /// </summary>
    /// <value><see cref="EmulatorOptions.RecordBodies"/>.</value>
    public bool RecordsBodies
    {
        get => _recordsBodies;
        set => _recordsBodies = value;
    }

    internal TimeProvider Time => _options.TimeProvider;

    /// <summary>Changes with everything that happens to the log.</summary>
    internal long Version => Interlocked.Read(ref _version);

    internal long BodyBytes => Interlocked.Read(ref _bodyBytes);

    /// <summary>Gets the exchanges of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The exchanges, in the order of arrival.</returns>
    public IReadOnlyList<TrafficEntry> Of(EmulatorOperation operation) => [.. this.Where(entry => entry.Operation == operation)];

    /// <summary>Clears the log; sequence numbers continue.</summary>
    public void Clear() => Clear(driveId: null);

    /// <summary>Writes the log as JSON, one exchange per line.</summary>
    /// <param name="stream">The destination.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that completes when the log was written.</returns>
    public async Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        foreach (var entry in this)
        {
            await stream.WriteAsync(JsonText.ToBytes(TrafficJson.Write(entry)), cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync("\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until the given number of matching exchanges has ended. Exchanges that are already in the log count.</summary>
    /// <param name="matches">The condition.</param>
    /// <param name="count">The number of exchanges.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The matching exchanges, in the order of arrival.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async Task<IReadOnlyList<TrafficEntry>> WaitForAsync(
        Func<TrafficEntry, bool> matches, int count = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matches);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        while (true)
        {
            // The signal is taken before the look, so that nothing that comes in between is missed.
            var changed = Volatile.Read(ref _changed).Task;
            var found = this.Where(entry => entry.IsCompleted && matches(entry)).ToList();
            if (found.Count >= count)
            {
                return found;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<TrafficEntry> GetEnumerator()
    {
        TrafficRecord[] records;
        lock (_records)
        {
            records = [.. _records];
        }

        return records.Select(record => record.ToEntry()).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Forgets what concerns a drive; null: everything.</summary>
    internal void Clear(string? driveId)
    {
        lock (_records)
        {
            var all = _records.ToArray();
            _records.Clear();
            foreach (var record in all)
            {
                if (driveId is null || record.DriveIds.Contains(driveId, StringComparer.Ordinal))
                {
                    CountBytes(-record.DropBodies());
                }
                else
                {
                    _records.Enqueue(record);
                }
            }
        }

        Changed();
    }

    internal TrafficRecord Begin(Exchange exchange, EmulatorOperation operation, string? itemPath)
    {
        TrafficRecord record;
        lock (_records)
        {
            record = new TrafficRecord(this, exchange, operation, itemPath, ++_sequence);
            _records.Enqueue(record);
            while (_records.Count > _options.MaxRecordedExchanges)
            {
                CountBytes(-_records.Dequeue().DropBodies());
            }

            if (BodyBytes > MostBodyBytes)
            {
                DropOldestBodies();
            }
        }

        Changed();
        return record;
    }

    /// <summary>Counts bytes of bodies that are kept.</summary>
    internal void CountBytes(int bytes) => Interlocked.Add(ref _bodyBytes, bytes);

    /// <summary>Notes that something happened.</summary>
    internal void Changed()
    {
        Interlocked.Increment(ref _version);
        Interlocked.Exchange(ref _changed, NewSignal()).TrySetResult();
    }

    private void DropOldestBodies()
    {
        foreach (var record in _records)
        {
            CountBytes(-record.DropBodies());
            if (BodyBytes <= MostBodyBytes / 2)
            {
                return;
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
