using Microsoft.Extensions.DependencyInjection.Extensions;
using OneDrive.Sdk;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Shares the throttle state of the container's clients through Redis.</summary>
public static class OneDriveRedisExtensions
{
    /// <summary>
    /// Shares pauses and learned rates with other processes and machines through the container's <see cref="IConnectionMultiplexer"/>. It
    /// applies to all registrations of the container.
    /// </summary>
    /// <param name="builder">The registration.</param>
    public static IOneDriveBuilder AddRedisThrottleStateStore(this IOneDriveBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<IThrottleStateStore>(
            services => new RedisThrottleStateStore(services.GetRequiredService<IConnectionMultiplexer>())));
        return builder;
    }
}
