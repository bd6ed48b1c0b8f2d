using Microsoft.Extensions.Configuration;
using OneDrive.Sdk;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the on-behalf-of flow as the sign-in of a client.</summary>
public static class OneDriveOnBehalfOfExtensions
{
    /// <summary>
    /// Signs in on behalf of the users who call the API. The injected client belongs to the user of
    /// <see cref="OnBehalfOfOptions.UserAssertionProvider"/>. Alternatively inject <see cref="OnBehalfOfTokenProvider"/> (keyed by the name
    /// of the client, if it has one) and create a client for each user with <see cref="IOneDriveClientFactory"/>.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <param name="configure">Sets tenant, application and its proof; they are validated when the application starts.</param>
    public static IOneDriveBuilder AddOnBehalfOf(this IOneDriveBuilder builder, Action<OnBehalfOfOptions> configure) => builder.AddSignIn(
        configure,
        static (options, services) => new OnBehalfOfTokenProvider(
            options, services.Cloud, services.CreateTransport(), services.LoggerFactory, services.TimeProvider),
        static (provider, _) => provider);

    /// <summary>Signs in on behalf of the users who call the API, from configuration. The keys are the names of the options.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="section">
    /// The section that holds the options; scopes are separated by spaces. An unknown key fails validation when the application starts.
    /// </param>
    public static IOneDriveBuilder AddOnBehalfOf(this IOneDriveBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return builder.AddOnBehalfOf(options => SignInConfiguration.Apply(section, options));
    }
}
