namespace OneDrive.Sdk.Http.Throttling;

/// <summary>One attempt of a call, from the time it is queued until it ends. Times are seconds of the gate's clock.</summary>
internal class AdmissionRequest
{
    /// <summary>The cost of the attempt, in resource units.</summary>
    internal double Cost { get; init; } = 1;

    /// <summary>The queue: 0 for small interactive requests, 1 for interactive transfers, 2 for bulk work.</summary>
    internal int Level { get; init; }

    /// <summary>Whether an earlier attempt of the same call was throttled: it goes to the front of its queue.</summary>
    internal bool IsRepeat { get; init; }

    /// <summary>Whether the attempt ignores the pace: its caller never waits and accepts a rejection instead.</summary>
    internal bool IgnoresPacing { get; init; }

    /// <summary>The maximum number of concurrent requests of the caller.</summary>
    internal int MaxConcurrent { get; init; } = int.MaxValue;

    /// <summary>The longest pause that the caller accepts.</summary>
    internal double LongestPause { get; init; } = double.PositiveInfinity;

    /// <summary>The maximum total pause that the caller accepts, from the first one on.</summary>
    internal double PauseBudget { get; init; } = double.PositiveInfinity;

    /// <summary>How long the call had been throttled before this attempt.</summary>
    internal double PausedBefore { get; init; }

    /// <summary>The time of the first pause for the caller; NaN before that.</summary>
    internal double PausedSince { get; set; } = double.NaN;

    internal double EnteredAt { get; set; }

    internal double SentAt { get; set; }

    /// <summary>Whether the attempt waited for the pace, and not only for a concurrency lease.</summary>
    internal bool WasPaced { get; set; }

    /// <summary>The current or last reason for waiting.</summary>
    internal AdmissionWait WaitsFor { get; set; }

    /// <summary>The owner of the attempt.</summary>
    internal object? Job { get; set; }

    internal LinkedListNode<AdmissionRequest>? Node { get; set; }
}
