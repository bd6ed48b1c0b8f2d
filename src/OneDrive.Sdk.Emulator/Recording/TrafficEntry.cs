namespace OneDrive.Sdk.Emulator;

/// <summary>
/// One recorded exchange, without secrets: tokens, codes, passwords and the pre-authenticated parts of URLs are masked wherever they stand.
/// </summary>
public sealed record TrafficEntry
{
    /// <summary>The number of the exchange, from 1, in the order of arrival.</summary>
    public required long Sequence { get; init; }

    /// <summary>When the request arrived, on the clock of the emulator.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query as sent, with secrets replaced.</summary>
    public required string Target { get; init; }

    /// <summary>The operation of the request.</summary>
    public required EmulatorOperation Operation { get; init; }

    /// <summary>Whose drives the request concerns: sign-in names of users and mail addresses of groups.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>The path of the file or folder behind an upload or download URL; null for other requests.</summary>
    public string? ItemPath { get; init; }

    /// <summary>
    /// The headers of the request that matter: ranges, conditions, preferences, lengths and ids. All of them when bodies are recorded.
    /// </summary>
    public required IReadOnlyDictionary<string, string> RequestHeaders { get; init; }

    /// <summary>Whether the request carried an Authorization header.</summary>
    public required bool HasAuthorization { get; init; }

    /// <summary>How many bytes of the request's body were read.</summary>
    public required long RequestBodyLength { get; init; }

    /// <summary>What was read of the request's body; null when bodies are not recorded, or there was none.</summary>
    public RecordedBody? RequestBody { get; init; }

    /// <summary>The status of the response; null when there was none.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The headers of the response that matter: Retry-After, ranges, tags and ids. All of them when bodies are recorded.</summary>
    public required IReadOnlyDictionary<string, string> ResponseHeaders { get; init; }

    /// <summary>How many bytes of the response's body were sent.</summary>
    public required long ResponseBodyLength { get; init; }

    /// <summary>What was sent of the response's body; null when bodies are not recorded, or there was none.</summary>
    public RecordedBody? ResponseBody { get; init; }

    /// <summary>How long the exchange took; zero while it continues.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether the exchange is over: the response was sent, or there will be none.</summary>
    public bool IsCompleted { get; init; }

    /// <summary>The fault that struck; null when none did.</summary>
    public FaultKind? Fault { get; init; }
}
