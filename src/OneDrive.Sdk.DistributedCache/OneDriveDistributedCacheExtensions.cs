using Microsoft.Extensions.Caching.Distributed;
using OneDrive.Sdk;
using OneDrive.Sdk.Authentication;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the container's <see cref="IDistributedCache"/> as the store of a client.</summary>
public static class OneDriveDistributedCacheExtensions
{
    /// <summary>Stores sign-ins in the distributed cache, encrypted, so that every machine can use them.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="keys">The encryption keys; they must be the same on every machine.</param>
    public static IOneDriveBuilder AddDistributedTokenStore(this IOneDriveBuilder builder, TokenEncryptionKeys keys)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(keys);
        builder.Services.AddKeyedSingleton<ITokenStore>(
            builder.Name,
            (services, _) => new DistributedCacheTokenStore(services.GetRequiredService<IDistributedCache>(), keys, PrefixOf(builder)));
        return builder;
    }

    /// <summary>Stores uploads with a resume key in the distributed cache, encrypted, so that another machine can resume them.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="keys">The encryption keys; they must be the same on every machine.</param>
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
