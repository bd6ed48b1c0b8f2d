namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>
/// Adaptive limit of concurrent files. It is halved when the service throttles, and increases by one after about as many successful files
/// as the limit: additive increase, multiplicative decrease as in TCP, see https://datatracker.ietf.org/doc/html/rfc5681#section-3.1.
/// </summary>
internal sealed class FilePlaces(int maximum, Func<long> countRefusals) : IDisposable
{
    private readonly SemaphoreSlim _free = new(maximum, maximum);
    private readonly object _gate = new();
    private int _existing = maximum;
    private readonly Func<long> _countRefusals = countRefusals;
    private double _limit = maximum;
    private long _refusals = countRefusals();
    private int _fromBefore;

    internal int Maximum { get; } = maximum;

    /// <summary>The current limit of concurrent files.</summary>
    internal int Limit
    {
        get
        {
            lock (_gate)
                return (int)_limit;
        }
    }

    internal Task EnterAsync(CancellationToken cancellationToken) => _free.WaitAsync(cancellationToken);

    /// <summary>Releases the lease, unless the limit was reduced.</summary>
    /// <param name="wasTransferred">Whether a file was transferred, which shows that the service can accept more.</param>
    internal void Leave(bool wasTransferred)
    {
        lock (_gate)
        {
            Adapt(wasTransferred);
            for (_existing--; _existing < (int)_limit; _existing++)
                _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();

    private void Adapt(bool wasTransferred)
    {
        var refusals = _countRefusals();
        if (_fromBefore > 0)
        {
            // It was under way when the places were halved: what it met says nothing of the places that are left.
            _fromBefore--;
        }
        else if (refusals != _refusals)
        {
            _limit = Math.Max(1, _limit / 2);
            _fromBefore = _existing - 1 - _free.CurrentCount;
        }
        else if (wasTransferred)
        {
            _limit = Math.Min(Maximum, _limit + (1 / _limit));
        }

        _refusals = refusals;
    }
}
