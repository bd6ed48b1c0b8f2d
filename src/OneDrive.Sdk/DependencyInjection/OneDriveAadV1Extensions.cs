using Microsoft.Extensions.Configuration;
using OneDrive.Sdk;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the sign-in with Azure AD v1 for a client.</summary>
public static class OneDriveAadV1Extensions
{
    /// <summary>
    /// Lets users sign in to OneDrive for Business with Azure AD v1. Inject <see cref="AadV1Flow"/> to start and complete sign-ins (keyed
    /// by the name of the client, if it has one). The injected client belongs to the user of <see cref="AadV1Options.UserKey"/>; set its
    /// <see cref="OneDriveOptions.ServiceEndpoint"/> to the root of the file service.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <param name="configure">Sets tenant, application and service; they are validated when the application starts.</param>
    public static IOneDriveBuilder AddAadV1(this IOneDriveBuilder builder, Action<AadV1Options> configure) => builder.AddSignIn(
        configure,
        static (options, services) => new AadV1Flow(
            options,
            services.TokenStore,
            services.SessionStore,
            services.Cloud,
            services.CreateTransport(),
            services.LoggerFactory,
            services.TimeProvider),
        static (flow, options) => flow.ForUser(options.UserKey));

    /// <summary>Lets users sign in with Azure AD v1, from configuration. The keys are the names of the options.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="section">
    /// The section that holds the options; hosts are separated by spaces. An unknown key fails validation when the application starts.
    /// </param>
    public static IOneDriveBuilder AddAadV1(this IOneDriveBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return builder.AddAadV1(options => SignInConfiguration.Apply(section, options));
    }
}
