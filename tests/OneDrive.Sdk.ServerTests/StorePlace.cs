using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using StackExchange.Redis;

namespace OneDrive.Sdk.StoreTests;

/// <summary>Where stores are that machines share: <c>postgres:connection</c> or <c>redis:endpoint</c>.</summary>
internal static class StorePlace
{
    internal static OpenStores Open(string place) => place.Split(':', 2) switch
    {
        ["postgres", var connection] => OpenStores.InDatabase(Postgres(connection)),
        ["redis", var endpoint] => OpenStores.InCache(new RedisCache(new RedisCacheOptions { Configuration = endpoint })),
        _ => throw new ArgumentException($"unknown: {place}", nameof(place)),
    };

    internal static IThrottleStateStore OpenThrottle(string place) => place.Split(':', 2) switch
    {
        ["postgres", var connection] => new EntityFrameworkThrottleStateStore(
            EntityFrameworkDatabase.Create(new PooledDbContextFactory<OneDriveDbContext>(Postgres(connection)))),
        ["redis", var endpoint] => new RedisThrottleStateStore(ConnectionMultiplexer.Connect(endpoint)),
        _ => throw new ArgumentException($"unknown: {place}", nameof(place)),
    };

    internal static DbContextOptions<OneDriveDbContext> Postgres(string connection) =>
        new DbContextOptionsBuilder<OneDriveDbContext>().UseNpgsql(connection).Options;
}
