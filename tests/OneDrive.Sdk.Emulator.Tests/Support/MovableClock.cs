namespace OneDrive.Sdk.Emulator.Tests.Support;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class MovableClock : TimeProvider
{
    private readonly object _gate = new();
    private DateTimeOffset _now = new(2026, 3, 4, 5, 6, 7, 250, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public void Advance(TimeSpan time)
    {
        lock (_gate)
        {
            _now += time;
        }
    }
}
