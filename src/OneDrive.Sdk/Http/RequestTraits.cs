using OneDrive.Sdk.Http.Throttling;

namespace OneDrive.Sdk.Http;

/// <summary>What the handlers must know of one request; travels in its options.</summary>
internal sealed class RequestTraits
{
    private static readonly HttpRequestOptionsKey<RequestTraits> Key = new("OneDrive.Sdk.RequestTraits");

    /// <summary>A name with few values for spans, metrics and messages, such as <c>Items.Get</c>.</summary>
    internal required string Operation { get; init; }

    /// <summary>Whether the request can be repeated when its outcome is unknown.</summary>
    internal bool IsIdempotent { get; init; }

    /// <summary>
    /// Whether the address is pre-authenticated (upload, download, monitor): the token and the default headers are not sent to it.
    /// </summary>
    internal bool IsAnonymous { get; init; }

    /// <summary>Whether the sender handles failures itself: the retry handler makes one attempt only.</summary>
    internal bool OwnsRetries { get; init; }

    /// <summary>Whether an attempt that was sent is completed although the caller cancelled, to learn what it created.</summary>
    internal bool FinishesOnceSent { get; init; }

    /// <summary>
    /// Whether the body is streamed; otherwise it is buffered inside the attempt, so that an interrupted body is repeated.
    /// </summary>
    internal bool StreamsResponse { get; init; }

    /// <summary>Whether a response is buffered by the retry handler.</summary>
    internal bool BuffersResponse(HttpResponseMessage response) =>
        !StreamsResponse && !FinishesOnceSent && response.IsSuccessStatusCode;

    /// <summary>The timer of the attempt, which continues while the response is buffered.</summary>
    internal InactivityTimer? Timer { get; set; }

    /// <summary>Whether the request or its response is file content, which the bandwidth limit applies to.</summary>
    internal bool CarriesContent { get; init; }

    /// <summary>Whether 404 is treated as success when an earlier attempt may have been executed.</summary>
    internal bool IsDoneWhenAbsentAfterDoubt { get; init; }

    /// <summary>Whether the service may respond that nothing changed, which is not an error.</summary>
    internal bool MayBeUnchanged { get; init; }

    /// <summary>Whether the request waits neither for a concurrency lease nor for a pause, because it releases resources.</summary>
    internal bool SkipsGate { get; init; }

    /// <summary>The cost in resource units; null if it is derived from the address.</summary>
    internal double? Cost { get; init; }

    /// <summary>The queue in the throttle gate.</summary>
    internal CallPriority Priority { get; set; }

    /// <summary>The retry rules: of the client, or of the call. Set by the transport.</summary>
    internal RetryRules Rules { get; set; } = null!;

    /// <summary>Set by the retry handler after the first failure.</summary>
    internal RetryProgress? Progress { get; set; }

    /// <summary>The number of attempts.</summary>
    internal int Attempts { get; set; }

    /// <summary>Whether an earlier attempt failed.</summary>
    internal bool IsRepeat => Progress is not null;

    /// <summary>Set by the gate: the remaining pause after the last response; null if that response did not cause one.</summary>
    internal TimeSpan? Pause { get; set; }

    /// <summary>Whether an error can mean that changes must be read from the beginning.</summary>
    internal bool ReadsChanges { get; init; }

    /// <summary>Set by the retry handler: an earlier attempt may have been executed although no usable response was received.</summary>
    internal bool HadUnknownOutcome { get; set; }

    internal static RequestTraits Of(HttpRequestMessage request) =>
        (request is TransportRequest { Traits: { } own } ? own : request.Options.TryGetValue(Key, out var traits) ? traits : null)
        ?? throw new InvalidOperationException("The request was not created by GraphTransport.");

    internal void AttachTo(HttpRequestMessage request)
    {
        if (request is TransportRequest own)
            own.Traits = this;
        else
            request.Options.Set(Key, this);
    }
}
