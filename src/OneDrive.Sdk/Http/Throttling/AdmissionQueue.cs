namespace OneDrive.Sdk.Http.Throttling;

/// <summary>
/// The waiting requests, in three first-in-first-out queues. A lower queue gets every fifth turn, so that it is never starved. A repeated
/// request goes to the front of its queue.
/// </summary>
internal sealed class AdmissionQueue
{
    /// <summary>How many requests of higher queues may be sent consecutively while a lower one waits.</summary>
    private const int LongestStreak = 4;

    private readonly LinkedList<AdmissionRequest>[] _levels = [new(), new(), new()];
    private readonly int[] _streaks = new int[3];

    internal int Count { get; private set; }

    internal void Add(AdmissionRequest request)
    {
        var level = _levels[request.Level];
        request.Node = request.IsRepeat ? level.AddFirst(request) : level.AddLast(request);
        Count++;
    }

    /// <summary>The next request; null if no request waits.</summary>
    internal AdmissionRequest? Peek()
    {
        AdmissionRequest? first = null;
        for (var level = 0; level < _levels.Length; level++)
        {
            if (_levels[level].First is not { } node)
                continue;
            if (_streaks[level] >= LongestStreak)
                return node.Value;
            first ??= node.Value;
        }

        return first;
    }

    /// <summary>The first request of a queue.</summary>
    internal AdmissionRequest? Peek(int level) => _levels[level].First?.Value;

    /// <summary>Removes a request because it is sent, and counts the turns that lower queues waited.</summary>
    internal void Take(AdmissionRequest request)
    {
        Remove(request);
        _streaks[request.Level] = 0;
        for (var level = request.Level + 1; level < _levels.Length; level++)
            _streaks[level] = _levels[level].Count > 0 ? _streaks[level] + 1 : 0;
    }

    /// <summary>Removes a request because its caller cancelled.</summary>
    internal bool Remove(AdmissionRequest request)
    {
        if (request.Node is not { } node)
            return false;
        node.List!.Remove(node);
        request.Node = null;
        Count--;
        return true;
    }

    internal void ForEach(Action<AdmissionRequest> action)
    {
        foreach (var level in _levels)
        {
            foreach (var request in level)
                action(request);
        }
    }

    /// <summary>Removes the requests that satisfy a condition.</summary>
    internal List<AdmissionRequest>? RemoveWhere(Func<AdmissionRequest, bool> condition)
    {
        List<AdmissionRequest>? removed = null;
        foreach (var level in _levels)
        {
            for (var node = level.First; node is not null;)
            {
                var next = node.Next;
                if (condition(node.Value))
                {
                    (removed ??= []).Add(node.Value);
                    Remove(node.Value);
                }

                node = next;
            }
        }

        return removed;
    }
}
