using OneDrive.Sdk.Throttling.Real;

namespace OneDrive.Sdk.StoreTests.Throttling;

/// <summary>A store whose clock runs as fast as that of the service and its clients; the server's own stays as it is.</summary>
internal sealed class ScaledThrottleStateStore(IThrottleStateStore store) : IThrottleStateStore
{
    private static readonly DateTimeOffset Origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task<ThrottleUpdate> UpdateAsync(
        string key, Func<ThrottleState, DateTimeOffset, ThrottleState> change, CancellationToken cancellationToken = default)
    {
        var update = await store.UpdateAsync(
            key, (state, now) => Map(change(Map(state, Fast), Fast(now)), Slow), cancellationToken);
        return new ThrottleUpdate(Map(update.State, Fast), Fast(update.Now));
    }

    private static DateTimeOffset Fast(DateTimeOffset time) => Origin + ((time - Origin) * ScaledTime.Factor);

    private static DateTimeOffset Slow(DateTimeOffset time) => Origin + ((time - Origin) / ScaledTime.Factor);

    private static ThrottleState Map(ThrottleState state, Func<DateTimeOffset, DateTimeOffset> map) => new()
    {
        PausedUntil = state.PausedUntil is { } until ? map(until) : null,
        Members =
        [
            .. state.Members.Select(member => new ThrottleMember
            {
                Id = member.Id,
                SeenAt = map(member.SeenAt),
                Rate = member.Rate,
                Throughput = member.Throughput,
            }),
        ],
    };
}
