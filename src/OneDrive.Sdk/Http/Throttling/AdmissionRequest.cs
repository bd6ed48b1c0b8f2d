namespace OneDrive.Sdk.Http.Throttling;

/// <summary>One attempt of a call, from the moment it asks to be sent until it has ended. Times are seconds of the gate's clock.</summary>
internal class AdmissionRequest
{
    /// <summary>What the attempt costs the service, in resource units.</summary>
    internal double Cost { get; init; } = 1;

    /// <summary>The queue: 0 for small interactive requests, 1 for interactive transfers, 2 for bulk work.</summary>
    internal int Level { get; init; }

    /// <summary>Whether an earlier attempt of the same call was refused: it goes to the front of its queue.</summary>
    internal bool IsRepeat { get; init; }

    /// <summary>Whether the attempt ignores the pace: its caller waits for nothing and takes a refusal instead.</summary>
    internal bool IgnoresPacing { get; init; }

    /// <summary>The most requests that may be under way at once, as the caller sees it.</summary>
    internal int MaxConcurrent { get; init; } = int.MaxValue;

    /// <summary>The longest pause that the caller waits for.</summary>
    internal double LongestPause { get; init; } = double.PositiveInfinity;

    /// <summary>How long the caller waits for pauses altogether, from the first one on.</summary>
    internal double PauseBudget { get; init; } = double.PositiveInfinity;

    /// <summary>How long the call had been refused before this attempt.</summary>
    internal double PausedBefore { get; init; }

    /// <summary>The time at which the caller met the first pause; not a number before that.</summary>
    internal double PausedSince { get; set; } = double.NaN;

    internal double EnteredAt { get; set; }

    internal double SentAt { get; set; }

    /// <summary>Whether the attempt waited for its turn in the pace, and not only for a place.</summary>
    internal bool WasPaced { get; set; }

    /// <summary>What the attempt waits for, or has waited for last.</summary>
    internal AdmissionWait WaitsFor { get; set; }

    /// <summary>What the attempt belongs to.</summary>
    internal object? Job { get; set; }

    internal LinkedListNode<AdmissionRequest>? Node { get; set; }
}
