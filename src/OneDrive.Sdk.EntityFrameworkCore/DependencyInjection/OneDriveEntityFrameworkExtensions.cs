using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OneDrive.Sdk;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.EntityFramework;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps what a registered client must remember in a database of the application.</summary>
public static class OneDriveEntityFrameworkExtensions
{
    /// <summary>
    /// Keeps sign-ins, sign-ins that are under way, resumable uploads, delta checkpoints and the throttle state in the database of a
    /// context that was registered with <c>AddDbContext</c> or <c>AddDbContextFactory</c>. Its model includes
    /// <c>modelBuilder.AddOneDrive()</c>; a provider without a dialect is refused when the application starts.
    /// </summary>
    /// <typeparam name="TContext">The context.</typeparam>
    /// <param name="builder">The registration.</param>
    /// <param name="keys">The keys that seal; the same on every machine.</param>
    /// <param name="configure">Sets the dialect of another database, a rollback guard or a clock.</param>
    public static IOneDriveBuilder AddEntityFrameworkStores<TContext>(
        this IOneDriveBuilder builder, TokenEncryptionKeys keys, Action<EntityFrameworkStoreOptions>? configure = null)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(keys);
        var options = new EntityFrameworkStoreOptions();
        configure?.Invoke(options);
        var name = builder.Name;
        var services = builder.Services;
        services.AddKeyedSingleton(name, (provider, _) => EntityFrameworkDatabase.Create<TContext>(
            provider.GetRequiredService<IServiceScopeFactory>(), options.Dialect, options.TimeProvider));
        services.AddKeyedSingleton<ITokenStore>(
            name, (provider, _) => new EntityFrameworkTokenStore(Database(provider, name), keys, name, options.RollbackGuard));
        services.AddKeyedSingleton<IUploadSessionStore>(
            name, (provider, _) => new EntityFrameworkUploadSessionStore(Database(provider, name), keys, name));
        services.AddKeyedSingleton<IAuthorizationSessionStore>(
            name, (provider, _) => new EntityFrameworkAuthorizationSessionStore(Database(provider, name), keys, name));
        services.AddKeyedSingleton<IDeltaCheckpointStore>(
            name, (provider, _) => new EntityFrameworkDeltaCheckpointStore(Database(provider, name), keys, name));
        if (name.Length == 0)
            services.AddSingleton(provider => provider.GetRequiredKeyedService<IDeltaCheckpointStore>(""));
        services.TryAddSingleton<IThrottleStateStore>(provider => new EntityFrameworkThrottleStateStore(Database(provider, name)));
        services.AddSingleton<IValidateOptions<OneDriveOptions>>(
            provider => new EntityFrameworkStoreValidator(name, Database(provider, name)));
        return builder;
    }

    private static EntityFrameworkDatabase Database(IServiceProvider provider, string name) =>
        provider.GetRequiredKeyedService<EntityFrameworkDatabase>(name);
}
