namespace OneDrive.Sdk.Emulator;

/// <summary>One recorded exchange. Secrets are not in it: no token, no form, no body, and no pre-authenticated part of a URL.</summary>
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

    /// <summary>What the request asks for.</summary>
    public required EmulatorOperation Operation { get; init; }

    /// <summary>The path of the file or folder behind an upload or download URL; null for other requests.</summary>
    public string? ItemPath { get; init; }

    /// <summary>The headers of the request that matter: ranges, conditions, preferences, lengths and ids.</summary>
    public required IReadOnlyDictionary<string, string> RequestHeaders { get; init; }

    /// <summary>Whether the request carried an Authorization header.</summary>
    public required bool HasAuthorization { get; init; }

    /// <summary>How many bytes of the request's body were read.</summary>
    public required long RequestBodyLength { get; init; }

    /// <summary>The status of the answer; null when there was none.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The headers of the answer that matter: Retry-After, ranges, tags and ids.</summary>
    public required IReadOnlyDictionary<string, string> ResponseHeaders { get; init; }

    /// <summary>How many bytes of the answer's body were sent.</summary>
    public required long ResponseBodyLength { get; init; }

    /// <summary>The fault that struck; null when none did.</summary>
    public FaultKind? Fault { get; init; }
}
