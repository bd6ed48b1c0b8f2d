using Microsoft.Extensions.Caching.Distributed;
using OneDrive.Sdk;
using OneDrive.Sdk.Authentication;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps what a registered client must remember in the container's <see cref="IDistributedCache"/>.</summary>
public static class OneDriveDistributedCacheExtensions
{
    /// <summary>Keeps sign-ins in the distributed cache, sealed, so that every machine can use them.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="keys">The keys that seal; the same on every machine.</param>
    public static IOneDriveBuilder AddDistributedTokenStore(this IOneDriveBuilder builder, TokenEncryptionKeys keys)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(keys);
        builder.Services.AddKeyedSingleton<ITokenStore>(
            builder.Name,
            (services, _) => new DistributedCacheTokenStore(services.GetRequiredService<IDistributedCache>(), keys, PrefixOf(builder)));
        return builder;
    }

    /// <summary>Keeps uploads with a resume key in the distributed cache, sealed, so that another machine can go on with them.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="keys">The keys that seal; the same on every machine.</param>
    public static IOneDriveBuilder AddDistributedUploadSessionStore(this IOneDriveBuilder builder, TokenEncryptionKeys keys)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(keys);
        builder.Services.AddKeyedSingleton<IUploadSessionStore>(
            builder.Name,
            (services, _) =>
                new DistributedCacheUploadSessionStore(services.GetRequiredService<IDistributedCache>(), keys, PrefixOf(builder)));
        return builder;
    }

    // Registrations of two names have nothing to do with each other, also where they share a cache.
    private static string PrefixOf(IOneDriveBuilder builder) =>
        builder.Name.Length == 0 ? "OneDrive.Sdk:" : $"OneDrive.Sdk:{builder.Name}:";
}
