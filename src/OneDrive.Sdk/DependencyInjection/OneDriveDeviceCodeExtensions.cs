using Microsoft.Extensions.Configuration;
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
    public static IOneDriveBuilder AddDeviceCode(this IOneDriveBuilder builder, Action<DeviceCodeOptions> configure) => builder.AddSignIn(
        configure,
        static (options, services) => new DeviceCodeFlow(
            options, services.TokenStore, services.Cloud, services.CreateTransport(), services.LoggerFactory, services.TimeProvider),
        static (flow, options) => flow.ForUser(options.UserKey));

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
}
