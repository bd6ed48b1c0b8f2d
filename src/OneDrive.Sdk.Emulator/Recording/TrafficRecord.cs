using Microsoft.AspNetCore.Http;
using OneDrive.Sdk.Emulator.Hosting;

namespace OneDrive.Sdk.Emulator.Recording;

/// <summary>An exchange while it runs; entries are copies of its state.</summary>
internal sealed class TrafficRecord
{
    private static readonly string[] RequestNames =
    [
        "Content-Length", "Content-Range", "Content-Type", "Range", "If-Match", "If-None-Match", "If-Range", "Prefer", "Accept",
        "User-Agent", "client-request-id", "Expect", "Transfer-Encoding", "deltaExcludeParent", "ConsistencyLevel",
    ];

    private static readonly string[] ResponseNames =
    [
        "Retry-After", "Content-Length", "Content-Range", "Content-Type", "ETag", "request-id", "Accept-Ranges",
    ];

    private readonly TrafficLog _log;
    private readonly TrafficEntry _start;
    private readonly CountingStream _body;
    private readonly BodyCapture? _sentBody;
    private readonly long _started;
    private IReadOnlyDictionary<string, string> _responseHeaders = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
    private int _status;
    private long _sent;
    private int _kept;
    private int _fault = -1;
    private TrafficEntry? _finished;

    public TrafficRecord(TrafficLog log, Exchange exchange, EmulatorOperation operation, string? itemPath, long sequence)
    {
        (_log, _body, DriveIds) = (log, exchange.Body, exchange.DriveIds);
        _started = log.Time.GetTimestamp();
        if (log.RecordsBodies)
        {
            _sentBody = new BodyCapture();
            _body.Observer = new BodyObserver(log);
        }

        var headers = exchange.Request.Headers;
        _start = new TrafficEntry
        {
            Sequence = sequence,
            Time = log.Time.GetUtcNow(),
            Method = exchange.Request.Method,
            Target = TargetRedactor.Redact(exchange.Target),
            Operation = operation,
            Owners = exchange.Owners,
            ItemPath = itemPath,
            RequestHeaders = _sentBody is null ? HeaderMask.Take(headers, RequestNames) : HeaderMask.TakeAll(headers),
            HasAuthorization = exchange.HasAuthorization,
            RequestBodyLength = 0,
            ResponseHeaders = _responseHeaders,
            ResponseBodyLength = 0,
        };
    }

    /// <summary>The drives that the exchange concerns.</summary>
    public IReadOnlyList<string> DriveIds { get; }

    public void SetFault(FaultKind kind) => Volatile.Write(ref _fault, (int)kind);

    public void SetAnswer(int status, IHeaderDictionary headers)
    {
        Volatile.Write(ref _responseHeaders, _sentBody is null ? HeaderMask.Take(headers, ResponseNames) : HeaderMask.TakeAll(headers));
        Volatile.Write(ref _status, status);
    }

    public void AddSent(ReadOnlySpan<byte> bytes)
    {
        Interlocked.Add(ref _sent, bytes.Length);
        if (_sentBody is not null)
        {
            _log.CountBytes(_sentBody.Append(bytes));
        }
    }

    /// <summary>Notes that the exchange is over.</summary>
    public void Complete()
    {
        Volatile.Write(ref _finished, Read() with { Duration = _log.Time.GetElapsedTime(_started), IsCompleted = true });

        // From now on the entry holds them, as text.
        Volatile.Write(ref _kept, DropCaptures());
        _log.Changed();
    }

    /// <summary>Forgets the bodies; answers how many bytes they had.</summary>
    public int DropBodies()
    {
        var dropped = DropCaptures() + Interlocked.Exchange(ref _kept, 0);
        if (Volatile.Read(ref _finished) is { } finished)
        {
            Volatile.Write(ref _finished, finished with { RequestBody = null, ResponseBody = null });
        }

        return dropped;
    }

    public TrafficEntry ToEntry() => Volatile.Read(ref _finished) ?? Read();

    private int DropCaptures() => (_sentBody?.Drop() ?? 0) + ((_body.Observer as BodyObserver)?.Capture.Drop() ?? 0);

    private TrafficEntry Read()
    {
        var headers = Volatile.Read(ref _responseHeaders);
        return _start with
        {
            RequestBodyLength = _body.BytesRead,
            RequestBody = (_body.Observer as BodyObserver)?.Capture.Read(_start.RequestHeaders.GetValueOrDefault("Content-Type")),
            StatusCode = Volatile.Read(ref _status) is > 0 and var status ? status : null,
            ResponseHeaders = headers,
            ResponseBodyLength = Interlocked.Read(ref _sent),
            ResponseBody = _sentBody?.Read(headers.GetValueOrDefault("Content-Type")),
            Fault = Volatile.Read(ref _fault) is >= 0 and var fault ? (FaultKind)fault : null,
        };
    }

    /// <summary>Keeps what is read of the body of a request.</summary>
    private sealed class BodyObserver(TrafficLog log) : CountingStream.IObserver
    {
        public BodyCapture Capture { get; } = new();

        public void Read(ReadOnlySpan<byte> bytes) => log.CountBytes(Capture.Append(bytes));
    }
}
