namespace OneDrive.Sdk.Emulator;

/// <summary>
/// One recorded exchange, without secrets: tokens, codes, passwords and the secret parts of pre-authenticated URLs are masked.
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

    /// <summary>The owners of the affected drives: sign-in names of users and mail addresses of groups.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>The path of the file or folder behind an upload or download URL; null for other requests.</summary>
    public string? ItemPath { get; init; }

    /// <summary>
    /// The relevant headers of the request: ranges, conditions, preferences, lengths and ids; all headers when bodies are recorded.
    /// </summary>
    public required IReadOnlyDictionary<string, string> RequestHeaders { get; init; }

    /// <summary>Whether the request carried an Authorization header.</summary>
    public required bool HasAuthorization { get; init; }

    /// <summary>The number of received body bytes.</summary>
    public required long RequestBodyLength { get; init; }

    /// <summary>The received body; null if bodies are not recorded, or if it is empty.</summary>
    public RecordedBody? RequestBody { get; init; }

    /// <summary>The status of the response; null if there was none.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The relevant headers of the response: Retry-After, ranges, tags and ids; all headers when bodies are recorded.</summary>
    public required IReadOnlyDictionary<string, string> ResponseHeaders { get; init; }

    /// <summary>The number of sent body bytes.</summary>
    public required long ResponseBodyLength { get; init; }

    /// <summary>The sent body; null if bodies are not recorded, or if it is empty.</summary>
    public RecordedBody? ResponseBody { get; init; }

    /// <summary>The duration of the exchange; zero while it is in progress.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether the exchange has ended.</summary>
    public bool IsCompleted { get; init; }

    /// <summary>The applied fault; null if there was none.</summary>
    public FaultKind? Fault { get; init; }
}
