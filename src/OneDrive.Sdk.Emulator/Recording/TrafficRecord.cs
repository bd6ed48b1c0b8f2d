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

    private readonly TrafficEntry _start;
    private readonly CountingStream _body;
    private IReadOnlyDictionary<string, string> _responseHeaders = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
    private int _status;
    private long _sent;
    private int _fault = -1;

    public TrafficRecord(Exchange exchange, EmulatorOperation operation, string? itemPath, long sequence, DateTimeOffset time)
    {
        _body = exchange.Body;
        DriveIds = exchange.DriveIds;
        _start = new TrafficEntry
        {
            Sequence = sequence,
            Time = time,
            Method = exchange.Request.Method,
            Target = TargetRedactor.Redact(exchange.Target),
            Operation = operation,
            ItemPath = itemPath,
            RequestHeaders = Pick(exchange.Request.Headers, RequestNames),
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
        Volatile.Write(ref _responseHeaders, Pick(headers, ResponseNames));
        Volatile.Write(ref _status, status);
    }

    public void AddSent(long bytes) => Interlocked.Add(ref _sent, bytes);

    public TrafficEntry ToEntry() => _start with
    {
        RequestBodyLength = _body.BytesRead,
        StatusCode = Volatile.Read(ref _status) is > 0 and var status ? status : null,
        ResponseHeaders = Volatile.Read(ref _responseHeaders),
        ResponseBodyLength = Interlocked.Read(ref _sent),
        Fault = Volatile.Read(ref _fault) is >= 0 and var fault ? (FaultKind)fault : null,
    };

    private static Dictionary<string, string> Pick(IHeaderDictionary headers, string[] names)
    {
        var picked = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            if (headers.TryGetValue(name, out var values) && values.Count > 0)
            {
                picked[name] = values.ToString();
            }
        }

        return picked;
    }
}
