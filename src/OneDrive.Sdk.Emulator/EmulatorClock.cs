namespace OneDrive.Sdk.Emulator;

/// <summary>
/// The clock of an emulator: the clock of the options plus an offset. It lets tokens, upload sessions and download URLs expire without
/// waiting.
/// </summary>
public sealed class EmulatorClock : TimeProvider
{
    private readonly TimeProvider _inner;
    private long _offset;

    internal EmulatorClock(TimeProvider inner) => _inner = inner;

    /// <summary>The offset from the clock of the options.</summary>
    /// <value>Zero.</value>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _inner.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => _inner.TimestampFrequency;

    /// <summary>Moves the clock.</summary>
    /// <param name="time">The time to advance; a negative time moves the clock back.</param>
    /// <exception cref="ArgumentOutOfRangeException">The clock would leave the supported range of years.</exception>
    public void Advance(TimeSpan time)
    {
        // Fails before the clock does.
        _ = GetUtcNow() + time;
        Interlocked.Add(ref _offset, time.Ticks);
    }

    /// <summary>Sets the clock; it continues from there.</summary>
    /// <param name="now">The new time.</param>
    public void SetTo(DateTimeOffset now) => Interlocked.Exchange(ref _offset, (now - _inner.GetUtcNow()).Ticks);

    /// <summary>Resets the clock to that of the options.</summary>
    public void Reset() => Interlocked.Exchange(ref _offset, 0);

    internal void SetOffset(TimeSpan offset) => Interlocked.Exchange(ref _offset, offset.Ticks);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _inner.GetUtcNow() + Offset;

    /// <inheritdoc/>
    public override long GetTimestamp() => _inner.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => _inner.CreateTimer(callback, state, dueTime, period);
}
