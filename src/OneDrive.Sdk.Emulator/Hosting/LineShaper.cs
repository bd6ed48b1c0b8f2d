namespace OneDrive.Sdk.Emulator.Hosting;

/// <summary>Makes the line slower: a delay before each request is looked at, and so many bytes a second for all together.</summary>
internal sealed class LineShaper(EmulatorOptions options)
{
    private readonly object _gate = new();
    private DateTimeOffset _free = DateTimeOffset.MinValue;

    public Task DelayAsync(CancellationToken cancellationToken)
        => options.Latency > TimeSpan.Zero ? Task.Delay(options.Latency, options.TimeProvider, cancellationToken) : Task.CompletedTask;

    /// <summary>Waits until these bytes are through.</summary>
    public Task PassAsync(int bytes, CancellationToken cancellationToken)
    {
        if (options.MaxBytesPerSecond is not { } rate || bytes == 0)
        {
            return Task.CompletedTask;
        }

        TimeSpan wait;
        lock (_gate)
        {
            var now = options.TimeProvider.GetUtcNow();
            _free = (_free > now ? _free : now) + TimeSpan.FromSeconds((double)bytes / rate);
            wait = _free - now;
        }

        return Task.Delay(wait, options.TimeProvider, cancellationToken);
    }
}
