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
    internal const string OnBehalfOfKey = "OnBehalfOf";

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
        options.ClientCertificate = Overlay(section.GetSection(ClientCertificateKey), options.ClientCertificate);
    }

    internal static void Apply(IConfigurationSection section, OnBehalfOfOptions options)
    {
        ConfigurationKeys.RequireKnown(section, OnBehalfOfConfiguration.Keys);
        section.Get<OnBehalfOfConfiguration>()?.ApplyTo(options);
        options.ClientCertificate = Overlay(section.GetSection(ClientCertificateKey), options.ClientCertificate);
    }

    internal static void Apply(IConfigurationSection section, DeviceCodeOptions options)
    {
        ConfigurationKeys.RequireKnown(section, DeviceCodeConfiguration.Keys);
        section.Get<DeviceCodeConfiguration>()?.ApplyTo(options);
    }

    private static ClientCertificateOptions? Overlay(IConfigurationSection section, ClientCertificateOptions? certificate)
    {
        if (section.Exists())
        {
            certificate ??= new ClientCertificateOptions();
            Apply(section, certificate);
        }

        return certificate;
    }
}
