using OneDrive.Sdk.Http.Throttling;

namespace OneDrive.Sdk.Http;

/// <summary>What the handlers must know of one request; travels in its options.</summary>
internal sealed class RequestTraits
{
    private static readonly HttpRequestOptionsKey<RequestTraits> Key = new("OneDrive.Sdk.RequestTraits");

    /// <summary>A name of few possible values for spans, metrics and messages, such as <c>Items.Get</c>.</summary>
    internal required string Operation { get; init; }

    /// <summary>Whether the request may be repeated when nobody knows if the service carried it out.</summary>
    internal bool IsIdempotent { get; init; }

    /// <summary>
    /// Whether the address is pre-authenticated (upload, download, monitor): no token and no default header is sent to it.
    /// </summary>
    internal bool IsAnonymous { get; init; }

    /// <summary>Whether the sender has a better way to go on than repeating: the retry handler makes one attempt only.</summary>
    internal bool OwnsRetries { get; init; }

    /// <summary>Whether an attempt that was sent is awaited to its end although the caller has gone, to learn what it created.</summary>
    internal bool FinishesOnceSent { get; init; }

    /// <summary>
    /// Whether the body is handed on while it arrives; otherwise it is buffered inside the attempt, so that a broken one is repeated.
    /// </summary>
    internal bool StreamsResponse { get; init; }

    /// <summary>Whether the request or its answer is the content of a file, for which the bandwidth limit is.</summary>
    internal bool CarriesContent { get; init; }

    /// <summary>Whether finding nothing is success when an earlier attempt may have been carried out.</summary>
    internal bool IsDoneWhenAbsentAfterDoubt { get; init; }

    /// <summary>Whether the service may answer that nothing changed, which is no error.</summary>
    internal bool MayBeUnchanged { get; init; }

    /// <summary>
    /// Whether the request waits neither for a place nor for a cool-down: it gives something back, and waiting would keep it from doing so.
    /// </summary>
    internal bool SkipsGate { get; init; }

    /// <summary>What the request costs in resource units; null when its address says it.</summary>
    internal double? Cost { get; init; }

    /// <summary>Which queue it waits in.</summary>
    internal CallPriority Priority { get; set; }

    /// <summary>How it is repeated: the rules of the client, or those of the call. Set by the transport.</summary>
    internal RetryRules Rules { get; set; } = null!;

    /// <summary>Set by the retry handler after the first refusal or failure.</summary>
    internal RetryProgress? Progress { get; set; }

    /// <summary>How many attempts were sent.</summary>
    internal int Attempts { get; set; }

    /// <summary>Whether an earlier attempt was turned away.</summary>
    internal bool IsRepeat => Progress is not null;

    /// <summary>Set by the gate: how long it stays shut after the last answer; null when that answer did not shut it.</summary>
    internal TimeSpan? Pause { get; set; }

    /// <summary>Whether a refusal can mean that changes have to be read from the beginning.</summary>
    internal bool ReadsChanges { get; init; }

    /// <summary>Set by the retry handler: an earlier attempt may have been carried out although no usable answer came.</summary>
    internal bool HadUnknownOutcome { get; set; }

    internal static RequestTraits Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var traits)
            ? traits
            : throw new InvalidOperationException("The request has no traits; it did not come through GraphTransport.");

    internal void AttachTo(HttpRequestMessage request) => request.Options.Set(Key, this);
}
