using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace OneDrive.Sdk.ConventionTests.Documentation.Packages;

/// <summary>The code in the READMEs of packages that has no other place. It is compiled only: servers are the reader's.</summary>
internal static class PackageSnippets
{
    internal static void HealthChecks(IServiceCollection services, IConfiguration configuration)
    {
        // begin: health checks
        services.AddOneDrive(configuration.GetSection("OneDrive"));
        services.AddHealthChecks().AddOneDrive();
        // end
    }

    internal static void Redis(IServiceCollection services, IConfiguration configuration, IConnectionMultiplexer redis)
    {
        // begin: throttle state in Redis
        services.AddSingleton<IConnectionMultiplexer>(redis);
        services.AddOneDrive(configuration.GetSection("OneDrive")).AddRedisThrottleStateStore();
        // end
    }
}
