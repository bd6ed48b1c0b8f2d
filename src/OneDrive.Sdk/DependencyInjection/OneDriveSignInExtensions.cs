using Microsoft.Extensions.Configuration;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures the sign-in of a registered client. The last call wins.</summary>
public static class OneDriveSignInExtensions
{
    /// <summary>Signs in as an application with a client secret.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="configure">Sets tenant, application and secret; they are validated when the application starts.</param>
    public static IOneDriveBuilder AddClientSecret(this IOneDriveBuilder builder, Action<ClientSecretOptions> configure) =>
        builder.AddSignIn(
            configure,
            static (options, services) => new ClientSecretTokenProvider(
                options, services.Cloud, services.CreateTransport(), services.LoggerFactory, services.TimeProvider),
            static (provider, _) => provider);

    /// <summary>Signs in as an application with a client secret from configuration. The keys are the names of the options.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="section">The section that holds the options. An unknown key fails validation when the application starts.</param>
    public static IOneDriveBuilder AddClientSecret(this IOneDriveBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return builder.AddClientSecret(options => SignInConfiguration.Apply(section, options));
    }

    /// <summary>Signs in as an application with a certificate, by signed JWT assertions.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="configure">Sets tenant, application and certificate; they are validated when the application starts.</param>
    /// <example>
    /// <code>
    /// services.AddOneDrive().AddClientCertificate(options =&gt;
    /// {
    ///     options.TenantId = "contoso.onmicrosoft.com";
    ///     options.ClientId = "11111111-2222-3333-4444-555555555555";
    ///     options.Subject = "CN=Backup";
    /// });
    /// </code>
    /// </example>
    public static IOneDriveBuilder AddClientCertificate(this IOneDriveBuilder builder, Action<ClientCertificateOptions> configure) =>
        builder.AddSignIn(
            configure,
            static (options, services) => new ClientCertificateTokenProvider(
                options, services.Cloud, services.CreateTransport(), services.LoggerFactory, services.TimeProvider),
            static (provider, _) => provider);

    /// <summary>Signs in as an application with a certificate from configuration. The keys are the names of the options.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="section">The section that holds the options. An unknown key fails validation when the application starts.</param>
    public static IOneDriveBuilder AddClientCertificate(this IOneDriveBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return builder.AddClientCertificate(options => SignInConfiguration.Apply(section, options));
    }

    /// <summary>Uses a custom token provider.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="tokens">The token provider. It is not disposed.</param>
    public static IOneDriveBuilder AddTokenProvider(this IOneDriveBuilder builder, IAccessTokenProvider tokens)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(tokens);
        builder.Services.AddKeyedSingleton(builder.Name, tokens);
        return builder;
    }

    /// <summary>Uses a custom token provider.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="create">Creates the token provider, once; the container disposes it.</param>
    public static IOneDriveBuilder AddTokenProvider(this IOneDriveBuilder builder, Func<IServiceProvider, IAccessTokenProvider> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        builder.Services.AddKeyedSingleton(builder.Name, (services, _) => create(services));
        return builder;
    }

    internal static IOneDriveBuilder AddSignInFrom(this IOneDriveBuilder builder, IConfigurationSection section)
    {
        var chosen = SignInConfiguration.Sections
            .Select(kind => (Section: section.GetSection(kind.Key), kind.Add))
            .Where(kind => kind.Section.Exists())
            .ToList();
        if (chosen.Count > 1)
        {
            throw new InvalidOperationException(
                $"'{chosen[0].Section.Path}' and '{chosen[1].Section.Path}' are both set. Keep only the one that the client signs in "
                + "with.");
        }

        return chosen.Count == 0 ? builder : chosen[0].Add(builder, chosen[0].Section);
    }
}
