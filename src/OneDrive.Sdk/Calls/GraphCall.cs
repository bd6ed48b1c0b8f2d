using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Calls;

/// <summary>One request to the service as a pure value: clients send it, a batch queues it, a snapshot test prints it.</summary>
/// <typeparam name="T">What the service answers; <see cref="NoContent"/> when nothing is read.</typeparam>
internal sealed class GraphCall<T>
{
    /// <summary>The name in spans, metrics and messages, such as <c>Items.Get</c>.</summary>
    internal required string Operation { get; init; }

    internal required HttpMethod Method { get; init; }

    /// <summary>The encoded path below the service root, without a leading slash: <c>me/drive/root:/a%20b:/children</c>.</summary>
    internal required string Path { get; init; }

    /// <summary>Query parameters in order, values not yet encoded.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>Headers in order; values go out as they are.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body, or null. It can be written more than once.</summary>
    internal ICallBody? Body { get; init; }

    /// <summary>How the answer's JSON is read; null when nothing is read.</summary>
    internal ModelRead<T>? Answer { get; init; }

    /// <summary>Whether an object without members is an answer.</summary>
    internal bool MayAnswerNothing { get; init; }

    /// <summary>How to get what the call changed when the service did the work and sent no body; null when there is no way.</summary>
    internal GraphCall<T>? Result { get; init; }

    /// <summary>Adds what only the call knows to its answer, such as the drive of listed items; null when there is nothing.</summary>
    internal Action<T>? Complete { get; init; }

    /// <summary>Whether the body of the answer is handed on while it arrives.</summary>
    internal bool StreamsAnswer { get; init; }

    /// <summary>Whether the body of the request or of the answer is the content of a file.</summary>
    internal bool CarriesContent { get; init; }

    /// <summary>Whether finding nothing is success when an earlier attempt may have been carried out: a repeated delete.</summary>
    internal bool IsDoneWhenAbsentAfterDoubt { get; init; }

    /// <summary>Whether the service may answer that nothing changed; the result is then null.</summary>
    internal bool MayBeUnchanged { get; init; }

    /// <summary>Which queue the call waits in when there are more than may be sent.</summary>
    internal CallPriority Priority { get; init; }

    /// <summary>What the call costs in resource units; null when its path says it.</summary>
    internal double? Cost { get; init; }

    /// <summary>Whether an attempt that was sent is awaited to its end although the caller has gone, to learn what it created.</summary>
    internal bool FinishesOnceSent { get; init; }

    /// <summary>Whether a refusal can mean that changes have to be read from the beginning.</summary>
    internal bool ReadsChanges { get; init; }

    /// <summary>Whether the call may be repeated when nobody knows if it was carried out.</summary>
    internal required bool IsIdempotent { get; init; }
}
