using System.Globalization;
using StackExchange.Redis;

namespace OneDrive.Sdk;

/// <summary>
/// Shares what is known of the service's limits through Redis. A script replaces the state only when it is still the one that was read; the
/// clock is that of the server. A state that was not changed for a day is forgotten.
/// </summary>
public sealed class RedisThrottleStateStore : IThrottleStateStore
{
    private const string Read = "local now = redis.call('TIME') return { redis.call('GET', KEYS[1]), now[1], now[2] }";

    private const string Swap =
        "if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end "
        + "redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) return 1";

    private static readonly long Lifetime = (long)TimeSpan.FromDays(1).TotalMilliseconds;

    private readonly IConnectionMultiplexer _connection;
    private readonly string _prefix;

    /// <summary>Uses a connection.</summary>
    /// <param name="connection">The connection; it is not disposed.</param>
    /// <param name="prefix">What the names of the keys begin with.</param>
    public RedisThrottleStateStore(IConnectionMultiplexer connection, string prefix = "OneDrive.Sdk:throttle:")
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(prefix);
        _connection = connection;
        _prefix = prefix;
    }

    /// <inheritdoc/>
    /// <exception cref="RedisException">The server cannot be reached, or refuses.</exception>
    public async Task<ThrottleUpdate> UpdateAsync(
        string key, Func<ThrottleState, DateTimeOffset, ThrottleState> change, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(change);
        var database = _connection.GetDatabase();
        RedisKey[] keys = [_prefix + key];
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var found = (RedisResult[])(await database.ScriptEvaluateAsync(Read, keys).ConfigureAwait(false))!;
            var before = (byte[]?)found[0];
            var now = DateTimeOffset.UnixEpoch.AddTicks((Number(found[1]) * TimeSpan.TicksPerSecond) + (Number(found[2]) * 10));
            var state = change(before is null ? ThrottleState.Empty : ThrottleState.Parse(before), now);
            var isSaved = await database.ScriptEvaluateAsync(Swap, keys, [before ?? [], state.ToUtf8Json(), Lifetime])
                .ConfigureAwait(false);
            if ((long)isSaved == 1)
                return new ThrottleUpdate(state, now);
        }
    }

    private static long Number(RedisResult result) => long.Parse((string)result!, CultureInfo.InvariantCulture);
}
