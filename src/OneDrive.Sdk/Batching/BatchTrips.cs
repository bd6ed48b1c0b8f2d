namespace OneDrive.Sdk.Batching;

/// <summary>
/// Splits a batch into rounds of at most 20 steps. Within a request the service supports three dependency shapes only: none, serial, or all
/// on the same step (<see href="https://learn.microsoft.com/graph/known-issues"/>). Steps with other dependencies are sent in the next
/// round.
/// </summary>
internal static class BatchTrips
{
    internal const int LargestTrip = 20;

    /// <summary>The steps of the next round; their dependencies are in it before them, or have succeeded.</summary>
    internal static IReadOnlyList<BatchStep> Next(IReadOnlyList<BatchStep> open)
    {
        var trip = Ordered(open).Take(LargestTrip).ToList();
        return IsKnownShape(trip) ? trip : [.. open.Where(step => Waits(step).Count == 0).Take(LargestTrip)];
    }

    /// <summary>The steps that this one still waits for.</summary>
    internal static IReadOnlyList<BatchStep> Waits(BatchStep step) =>
        [.. step.Dependencies.Where(dependency => !dependency.HasEnded).Distinct()];

    /// <summary>Orders each step after its dependencies, otherwise in the order in which they were added.</summary>
    private static List<BatchStep> Ordered(IReadOnlyList<BatchStep> open)
    {
        var ordered = new List<BatchStep>(open.Count);
        foreach (var step in open)
        {
            Add(step, ordered);
        }

        return ordered;
    }

    private static void Add(BatchStep step, List<BatchStep> ordered)
    {
        if (ordered.Contains(step))
        {
            return;
        }

        foreach (var dependency in Waits(step))
        {
            Add(dependency, ordered);
        }

        ordered.Add(step);
    }

    private static bool IsKnownShape(List<BatchStep> trip)
    {
        var waiting = trip.Where(step => Waits(step).Count > 0).ToList();
        if (waiting.Count == 0)
        {
            return true;
        }

        if (waiting.Count != trip.Count - 1 || waiting.Exists(step => Waits(step).Count > 1))
        {
            return false;
        }

        return waiting.TrueForAll(step => Waits(step)[0] == trip[0])
            || trip.Zip(trip.Skip(1)).All(pair => Waits(pair.Second) is [var only] && only == pair.First);
    }
}
