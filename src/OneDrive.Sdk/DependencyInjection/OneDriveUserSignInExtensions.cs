using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using OneDrive.Sdk;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets users sign in to a registered client, and says where their sign-ins are kept.</summary>
public static class OneDriveUserSignInExtensions
{
    /// <summary>
    /// Lets users sign in through the browser. Inject <see cref="AuthorizationCodeFlow"/> to start and complete sign-ins (keyed by the name
    /// of the client, if it has one), and create a client for each user with <see cref="IOneDriveClientFactory"/>. The injected client
    /// belongs to the user of <see cref="AuthorizationCodeOptions.UserKey"/>.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <param name="configure">Sets tenant, application and scopes; they are validated when the application starts.</param>
    public static IOneDriveBuilder AddAuthorizationCode(this IOneDriveBuilder builder, Action<AuthorizationCodeOptions> configure) =>
        builder.AddSignIn(
            configure,
            static (options, services) => new AuthorizationCodeFlow(
                options,
                services.TokenStore,
                services.SessionStore,
                services.Cloud,
                services.CreateTransport(),
                services.LoggerFactory,
                services.TimeProvider),
            static (flow, options) => flow.ForUser(options.UserKey));

    /// <summary>Lets users sign in through their browser, from configuration. The keys are the names of the options.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="section">
    /// The section that holds the options; scopes are separated by spaces. An unknown key fails validation when the application starts.
    /// </param>
    public static IOneDriveBuilder AddAuthorizationCode(this IOneDriveBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return builder.AddAuthorizationCode(options => SignInConfiguration.Apply(section, options));
    }

    /// <summary>Keeps sign-ins in a store of the application.</summary>
    /// <typeparam name="T">The store.</typeparam>
    /// <param name="builder">The registration.</param>
    public static IOneDriveBuilder AddTokenStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this IOneDriveBuilder builder)
        where T : class, ITokenStore
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddKeyedSingleton<ITokenStore, T>(builder.Name);
        return builder;
    }

    /// <summary>Stores sign-ins in encrypted files, so that they survive the process.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="directory">The directory; it is made, readable by the user only, when it is first needed.</param>
    /// <param name="keys">The encryption keys; <see langword="null"/> for a key file in the directory.</param>
    /// <exception cref="ArgumentException">The directory is empty.</exception>
    public static IOneDriveBuilder AddEncryptedFileTokenStore(
        this IOneDriveBuilder builder, string directory, TokenEncryptionKeys? keys = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddKeyedSingleton<ITokenStore>(builder.Name, new EncryptedFileTokenStore(directory, keys));
        return builder;
    }

    /// <summary>Keeps pending sign-ins in a store of the application, such as one that several machines share.</summary>
    /// <typeparam name="T">The store.</typeparam>
    /// <param name="builder">The registration.</param>
    public static IOneDriveBuilder AddAuthorizationSessionStore<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(this IOneDriveBuilder builder)
        where T : class, IAuthorizationSessionStore
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddKeyedSingleton<IAuthorizationSessionStore, T>(builder.Name);
        return builder;
    }
}
