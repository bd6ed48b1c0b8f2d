using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OneDrive.Sdk;
using OneDrive.Sdk.DependencyInjection;
using OneDrive.Sdk.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="IOneDriveClient"/>.</summary>
public static class OneDriveServiceCollectionExtensions
{
    /// <summary>Registers the client without a name: inject <see cref="IOneDriveClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; they are validated when the application starts.</param>
    public static IOneDriveBuilder AddOneDrive(this IServiceCollection services, Action<OneDriveOptions>? configure = null) =>
        services.AddOneDrive(Options.Options.DefaultName, configure ?? (static _ => { }));

    /// <summary>Registers a client under a name: inject it as a keyed service, or ask <see cref="IOneDriveClientFactory"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name; empty for the client without a name.</param>
    /// <param name="configure">Sets the options; they are validated when the application starts.</param>
    public static IOneDriveBuilder AddOneDrive(this IServiceCollection services, string name, Action<OneDriveOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<OneDriveOptions>(name).Configure(configure).ValidateOnStart();
        return services.AddOneDriveCore(name);
    }

    /// <summary>
    /// Registers the client without a name from configuration. The keys are the names of the options; <c>GroupOrUserId</c> or
    /// <c>DriveId</c> sets the default drive, and a section <c>ClientSecret</c> or <c>ClientCertificate</c> adds that sign-in.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds the options. An unknown key fails validation when the application starts.</param>
    /// <example>
    /// <code>
    /// services.AddOneDrive(configuration.GetSection("OneDrive")).AddFileUploadSessionStore("/var/lib/backup/uploads");
    /// </code>
    /// </example>
    public static IOneDriveBuilder AddOneDrive(this IServiceCollection services, IConfigurationSection section) =>
        services.AddOneDrive(Options.Options.DefaultName, section);

    /// <summary>
    /// Registers a client under a name from configuration; see <see cref="AddOneDrive(IServiceCollection, IConfigurationSection)"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name; empty for the client without a name.</param>
    /// <param name="section">The section that holds the options. An unknown key fails validation when the application starts.</param>
    public static IOneDriveBuilder AddOneDrive(this IServiceCollection services, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var builder = services.AddOneDrive(name, options => OneDriveConfiguration.Apply(section, options));
        return builder.AddSignInFrom(section);
    }

    private static OneDriveBuilder AddOneDriveCore(this IServiceCollection services, string name)
    {
        services.AddLogging();
        services.TryAddSingleton<SharedThrottleGate>();
        services.TryAddSingleton<IOneDriveClientFactory, OneDriveClientFactory>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OneDriveOptions>, OneDriveOptionsValidator>());
        services.AddOptions<OneDriveOptions>(name).PostConfigure<IServiceProvider>((options, provider) =>
        {
            options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
            options.SharedThrottleGate ??= provider.GetService<SharedThrottleGate>();
            options.UploadSessionStore ??= provider.GetKeyedService<IUploadSessionStore>(name);
        });

        services.AddSingleton(new OneDriveRegistration(name));
        services.TryAddKeyedSingleton<IOneDriveClient>(
            name, static (provider, key) => provider.GetRequiredService<IOneDriveClientFactory>().CreateClient((string)key!));
        if (name.Length == 0)
        {
            services.TryAddSingleton(
                static provider => provider.GetRequiredService<IOneDriveClientFactory>().CreateClient(Options.Options.DefaultName));
        }

        var httpClient = services.AddHttpClient(OneDriveRegistration.HttpClientName(name))
            .ConfigurePrimaryHttpMessageHandler(provider =>
                HandlerChain.CreateTransport(provider.GetRequiredService<IOptionsMonitor<OneDriveOptions>>().Get(name)))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return new OneDriveBuilder(name, services, httpClient);
    }
}
