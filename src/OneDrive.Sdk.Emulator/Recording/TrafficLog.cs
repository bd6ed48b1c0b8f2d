using System.Collections;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Recording;

namespace OneDrive.Sdk.Emulator;

/// <summary>What was asked and answered, in the order of arrival. An exchange is in the log before its answer is sent.</summary>
public sealed class TrafficLog : IEnumerable<TrafficEntry>
{
    private readonly Queue<TrafficRecord> _records = new();
    private readonly EmulatorOptions _options;
    private long _sequence;

    internal TrafficLog(EmulatorOptions options) => _options = options;

    /// <summary>How many exchanges are in the log.</summary>
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

    /// <summary>The exchanges that asked for this.</summary>
    /// <param name="operation">What they asked for.</param>
    /// <returns>The exchanges, in the order of arrival.</returns>
    public IReadOnlyList<TrafficEntry> Of(EmulatorOperation operation) => [.. this.Where(entry => entry.Operation == operation)];

    /// <summary>Empties the log; numbers go on.</summary>
    public void Clear()
    {
        lock (_records)
        {
            _records.Clear();
        }
    }

    /// <summary>Forgets what concerns a drive; null: everything.</summary>
    internal void Clear(string? driveId)
    {
        lock (_records)
        {
            List<TrafficRecord> kept = [.. _records.Where(record => driveId is not null && !record.DriveIds.Contains(driveId))];
            _records.Clear();
            kept.ForEach(_records.Enqueue);
        }
    }

    /// <summary>Writes the log as JSON, one exchange per line.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that ends when all is written.</returns>
    public async Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        foreach (var entry in this)
        {
            await stream.WriteAsync(JsonText.ToBytes(TrafficJson.Write(entry)), cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync("\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
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

    internal TrafficRecord Begin(Exchange exchange, EmulatorOperation operation, string? itemPath)
    {
        lock (_records)
        {
            var record = new TrafficRecord(exchange, operation, itemPath, ++_sequence, _options.TimeProvider.GetUtcNow());
            _records.Enqueue(record);
            while (_records.Count > _options.MaxRecordedExchanges)
            {
                _records.Dequeue();
            }

            return record;
        }
    }
}
