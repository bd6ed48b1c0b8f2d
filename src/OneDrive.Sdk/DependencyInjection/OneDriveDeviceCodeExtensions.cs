using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OneDrive.Sdk;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers sign-in with a device code for a client.</summary>
public static class OneDriveDeviceCodeExtensions
{
    /// <summary>
    /// Lets users sign in with a device code. Inject <see cref="DeviceCodeFlow"/> to start and complete sign-ins (keyed by the name of the
    /// client, if it has one). The injected client belongs to the user of <see cref="DeviceCodeOptions.UserKey"/>.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <param name="configure">Sets tenant, application and scopes; they are validated when the application starts.</param>
    public static IOneDriveBuilder AddDeviceCode(this IOneDriveBuilder builder, Action<DeviceCodeOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var name = builder.Name;
        builder.Services.AddOptions<DeviceCodeOptions>(name).Configure(configure).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DeviceCodeOptions>, DeviceCodeOptionsValidator>());
        builder.Services.AddKeyedSingleton(name, (services, _) => Create(services, name));
        if (name.Length == 0)
        {
            builder.Services.AddSingleton(services => services.GetRequiredKeyedService<DeviceCodeFlow>(""));
        }

        return builder.AddTokenProvider(services => services.GetRequiredKeyedService<DeviceCodeFlow>(name).ForUser(
            services.GetRequiredService<IOptionsMonitor<DeviceCodeOptions>>().Get(name).UserKey));
    }

    /// <summary>Lets users sign in with a code, from configuration. The keys are the names of the options.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="section">
    /// The section that holds the options; scopes are separated by spaces. An unknown key fails validation when the application starts.
    /// </param>
    public static IOneDriveBuilder AddDeviceCode(this IOneDriveBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return builder.AddDeviceCode(options => SignInConfiguration.Apply(section, options));
    }

    private static DeviceCodeFlow Create(IServiceProvider services, string name)
    {
        var client = services.GetRequiredService<IOptionsMonitor<OneDriveOptions>>().Get(name);
        return new DeviceCodeFlow(
            services.GetRequiredService<IOptionsMonitor<DeviceCodeOptions>>().Get(name),
            services.GetKeyedService<ITokenStore>(name),
            client.Cloud,
            services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(OneDriveRegistration.HttpClientName(name)),
            services.GetService<ILoggerFactory>(),
            client.TimeProvider);
    }
}
