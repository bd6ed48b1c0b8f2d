namespace OneDrive.Sdk.Emulator;

/// <summary>
/// The clock of an emulator: that of the options, moved. It lets tokens, upload sessions and download addresses expire without waiting.
/// </summary>
public sealed class EmulatorClock : TimeProvider
{
    private readonly TimeProvider _inner;
    private long _offset;

    internal EmulatorClock(TimeProvider inner) => _inner = inner;

    /// <summary>By how much the clock is ahead of that of the options.</summary>
    /// <value>Zero.</value>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _inner.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => _inner.TimestampFrequency;

    /// <summary>Moves the clock.</summary>
    /// <param name="time">By how much; a negative time moves it back.</param>
    /// <exception cref="ArgumentOutOfRangeException">The clock would leave the years that it can show.</exception>
    public void Advance(TimeSpan time)
    {
        // Fails before the clock does.
        _ = GetUtcNow() + time;
        Interlocked.Add(ref _offset, time.Ticks);
    }

    /// <summary>Sets the clock; it continues from there.</summary>
    /// <param name="now">The time that it is now.</param>
    public void SetTo(DateTimeOffset now) => Interlocked.Exchange(ref _offset, (now - _inner.GetUtcNow()).Ticks);

    /// <summary>Sets the clock back to that of the options.</summary>
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
