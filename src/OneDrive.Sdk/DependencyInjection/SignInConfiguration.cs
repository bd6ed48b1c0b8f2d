using Microsoft.Extensions.Configuration;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

/// <summary>The sign-in options in the shape of a configuration file; what is absent leaves the option as it is.</summary>
internal static class SignInConfiguration
{
    internal const string ClientSecretKey = "ClientSecret";
    internal const string ClientCertificateKey = "ClientCertificate";
    internal const string AuthorizationCodeKey = "AuthorizationCode";
    internal const string DeviceCodeKey = "DeviceCode";

    internal static void Apply(IConfigurationSection section, ClientSecretOptions options)
    {
        ConfigurationKeys.RequireKnown(section, ClientSecretConfiguration.Keys);
        section.Get<ClientSecretConfiguration>()?.ApplyTo(options);
    }

    internal static void Apply(IConfigurationSection section, ClientCertificateOptions options)
    {
        ConfigurationKeys.RequireKnown(section, ClientCertificateConfiguration.Keys);
        section.Get<ClientCertificateConfiguration>()?.ApplyTo(options);
    }

    internal static void Apply(IConfigurationSection section, AuthorizationCodeOptions options)
    {
        ConfigurationKeys.RequireKnown(section, AuthorizationCodeConfiguration.Keys);
        section.Get<AuthorizationCodeConfiguration>()?.ApplyTo(options);
        var certificate = section.GetSection(ClientCertificateKey);
        if (certificate.Exists())
        {
            options.ClientCertificate ??= new ClientCertificateOptions();
            Apply(certificate, options.ClientCertificate);
        }
    }

    internal static void Apply(IConfigurationSection section, DeviceCodeOptions options)
    {
        ConfigurationKeys.RequireKnown(section, DeviceCodeConfiguration.Keys);
        section.Get<DeviceCodeConfiguration>()?.ApplyTo(options);
    }
}
