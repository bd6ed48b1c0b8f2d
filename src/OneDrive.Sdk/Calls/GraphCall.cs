using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Calls;

/// <summary>One request to the service as an immutable value: clients send it, a batch queues it, a snapshot test prints it.</summary>
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

    /// <summary>How the response's JSON is read; null when nothing is read.</summary>
    internal ModelRead<T>? Answer { get; init; }

    /// <summary>Whether an object without members is a response.</summary>
    internal bool MayAnswerNothing { get; init; }

    /// <summary>
    /// How to read the changed object when the service completed the operation without a body; null if that is not possible.
    /// </summary>
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

    /// <summary>The queue of the call in the throttle gate.</summary>
    internal CallPriority Priority { get; init; }

    /// <summary>The cost of the call in resource units; null if it is derived from the path.</summary>
    internal double? Cost { get; init; }

    /// <summary>Whether an attempt that was sent is completed although the caller cancelled, to learn what it created.</summary>
    internal bool FinishesOnceSent { get; init; }

    /// <summary>Whether a rejection can mean that changes have to be read from the beginning.</summary>
    internal bool ReadsChanges { get; init; }

    /// <summary>Whether the call can be repeated when its outcome is unknown.</summary>
    internal required bool IsIdempotent { get; init; }
}
