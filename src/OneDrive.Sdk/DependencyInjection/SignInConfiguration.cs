using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

/// <summary>The sign-in options in a configuration file. A setting that is absent leaves the option as it is.</summary>
internal static class SignInConfiguration
{
    /// <summary>The sections of a client that select its sign-in, and the method that each one calls.</summary>
    internal static IReadOnlyList<(string Key, Func<IOneDriveBuilder, IConfigurationSection, IOneDriveBuilder> Add)> Sections =>
    [
        ("ClientSecret", OneDriveSignInExtensions.AddClientSecret),
        ("ClientCertificate", OneDriveSignInExtensions.AddClientCertificate),
        ("AuthorizationCode", OneDriveUserSignInExtensions.AddAuthorizationCode),
        ("DeviceCode", OneDriveDeviceCodeExtensions.AddDeviceCode),
        ("OnBehalfOf", OneDriveOnBehalfOfExtensions.AddOnBehalfOf),
        ("AadV1", OneDriveAadV1Extensions.AddAadV1),
    ];

    internal static void Apply(IConfigurationSection section, ClientSecretOptions options) => SectionReader.Read(section, settings =>
    {
        ApplyApplication(settings, options);
        options.ClientSecret = settings.Text(nameof(options.ClientSecret)) ?? options.ClientSecret;
        options.ClientSecretExpiresOn = settings.Time(nameof(options.ClientSecretExpiresOn)) ?? options.ClientSecretExpiresOn;
    });

    internal static void Apply(IConfigurationSection section, ClientCertificateOptions options) => SectionReader.Read(section, settings =>
    {
        ApplyApplication(settings, options);
        options.PfxPath = settings.Text(nameof(options.PfxPath)) ?? options.PfxPath;
        options.PemPath = settings.Text(nameof(options.PemPath)) ?? options.PemPath;
        options.PemKeyPath = settings.Text(nameof(options.PemKeyPath)) ?? options.PemKeyPath;
        options.Password = settings.Text(nameof(options.Password)) ?? options.Password;
        options.StoreLocation = settings.Choice<StoreLocation>(nameof(options.StoreLocation)) ?? options.StoreLocation;
        options.Thumbprint = settings.Text(nameof(options.Thumbprint)) ?? options.Thumbprint;
        options.Subject = settings.Text(nameof(options.Subject)) ?? options.Subject;
        options.SigningAlgorithm =
            settings.Choice<ClientAssertionAlgorithm>(nameof(options.SigningAlgorithm)) ?? options.SigningAlgorithm;
        options.UseBuiltInSigner = settings.Switch(nameof(options.UseBuiltInSigner)) ?? options.UseBuiltInSigner;
        options.SendCertificateChain = settings.Switch(nameof(options.SendCertificateChain)) ?? options.SendCertificateChain;
        options.AssertionLifetime = settings.Duration(nameof(options.AssertionLifetime)) ?? options.AssertionLifetime;
    });

    internal static void Apply(IConfigurationSection section, AuthorizationCodeOptions options) => SectionReader.Read(section, settings =>
    {
        options.Issuer = settings.Text(nameof(options.Issuer)) ?? options.Issuer;
        options.TenantId = settings.Text(nameof(options.TenantId)) ?? options.TenantId;
        options.ClientId = settings.Text(nameof(options.ClientId)) ?? options.ClientId;
        options.ClientSecret = settings.Text(nameof(options.ClientSecret)) ?? options.ClientSecret;
        options.ClientSecretExpiresOn = settings.Time(nameof(options.ClientSecretExpiresOn)) ?? options.ClientSecretExpiresOn;
        options.ExpiryWarning = settings.Duration(nameof(options.ExpiryWarning)) ?? options.ExpiryWarning;
        options.ClientCertificate = Certificate(settings, nameof(options.ClientCertificate), options.ClientCertificate);
        options.RedirectUri = settings.Address(nameof(options.RedirectUri)) ?? options.RedirectUri;
        options.Scopes = settings.Words(nameof(options.Scopes)) ?? options.Scopes;
        options.AdditionalScopes = settings.Words(nameof(options.AdditionalScopes)) ?? options.AdditionalScopes;
        options.ResponseMode = settings.Choice<AuthorizationResponseMode>(nameof(options.ResponseMode)) ?? options.ResponseMode;
        options.EnableContinuousAccessEvaluation =
            settings.Switch(nameof(options.EnableContinuousAccessEvaluation)) ?? options.EnableContinuousAccessEvaluation;
        options.ContinueWhenNotSaved = settings.Switch(nameof(options.ContinueWhenNotSaved)) ?? options.ContinueWhenNotSaved;
        options.SessionLifetime = settings.Duration(nameof(options.SessionLifetime)) ?? options.SessionLifetime;
        options.MaxRetryAfter = settings.Duration(nameof(options.MaxRetryAfter)) ?? options.MaxRetryAfter;
        options.UserKey = settings.Text(nameof(options.UserKey)) ?? options.UserKey;
    });

    internal static void Apply(IConfigurationSection section, DeviceCodeOptions options) => SectionReader.Read(section, settings =>
    {
        options.TenantId = settings.Text(nameof(options.TenantId)) ?? options.TenantId;
        options.ClientId = settings.Text(nameof(options.ClientId)) ?? options.ClientId;
        options.Scopes = settings.Words(nameof(options.Scopes)) ?? options.Scopes;
        options.AdditionalScopes = settings.Words(nameof(options.AdditionalScopes)) ?? options.AdditionalScopes;
        options.Language = settings.Text(nameof(options.Language)) ?? options.Language;
        options.EnableContinuousAccessEvaluation =
            settings.Switch(nameof(options.EnableContinuousAccessEvaluation)) ?? options.EnableContinuousAccessEvaluation;
        options.ContinueWhenNotSaved = settings.Switch(nameof(options.ContinueWhenNotSaved)) ?? options.ContinueWhenNotSaved;
        options.MaxRetryAfter = settings.Duration(nameof(options.MaxRetryAfter)) ?? options.MaxRetryAfter;
        options.UserKey = settings.Text(nameof(options.UserKey)) ?? options.UserKey;
    });

    internal static void Apply(IConfigurationSection section, OnBehalfOfOptions options) => SectionReader.Read(section, settings =>
    {
        options.TenantId = settings.Text(nameof(options.TenantId)) ?? options.TenantId;
        options.ClientId = settings.Text(nameof(options.ClientId)) ?? options.ClientId;
        options.ClientSecret = settings.Text(nameof(options.ClientSecret)) ?? options.ClientSecret;
        options.ClientSecretExpiresOn = settings.Time(nameof(options.ClientSecretExpiresOn)) ?? options.ClientSecretExpiresOn;
        options.ExpiryWarning = settings.Duration(nameof(options.ExpiryWarning)) ?? options.ExpiryWarning;
        options.ClientCertificate = Certificate(settings, nameof(options.ClientCertificate), options.ClientCertificate);
        options.Scopes = settings.Words(nameof(options.Scopes)) ?? options.Scopes;
        options.EnableContinuousAccessEvaluation =
            settings.Switch(nameof(options.EnableContinuousAccessEvaluation)) ?? options.EnableContinuousAccessEvaluation;
        options.MaxRetryAfter = settings.Duration(nameof(options.MaxRetryAfter)) ?? options.MaxRetryAfter;
    });

    internal static void Apply(IConfigurationSection section, AadV1Options options) => SectionReader.Read(section, settings =>
    {
        options.TenantId = settings.Text(nameof(options.TenantId)) ?? options.TenantId;
        options.ClientId = settings.Text(nameof(options.ClientId)) ?? options.ClientId;
        options.ClientSecret = settings.Text(nameof(options.ClientSecret)) ?? options.ClientSecret;
        options.RedirectUri = settings.Address(nameof(options.RedirectUri)) ?? options.RedirectUri;
        options.ContinueWhenNotSaved = settings.Switch(nameof(options.ContinueWhenNotSaved)) ?? options.ContinueWhenNotSaved;
        options.SessionLifetime = settings.Duration(nameof(options.SessionLifetime)) ?? options.SessionLifetime;
        options.MaxRetryAfter = settings.Duration(nameof(options.MaxRetryAfter)) ?? options.MaxRetryAfter;
        options.UserKey = settings.Text(nameof(options.UserKey)) ?? options.UserKey;
        if (settings.Section(nameof(options.Service)) is { } service)
        {
            SectionReader.Read(service, known => options.Service = Service(known));
        }

        if (settings.Section(nameof(options.Discovery)) is { } discovery)
        {
            SectionReader.Read(discovery, known => Apply(known, options.Discovery));
        }
    });

    private static void ApplyApplication(SectionReader settings, ClientCredentialOptions options)
    {
        options.TenantId = settings.Text(nameof(options.TenantId)) ?? options.TenantId;
        options.TokenUrl = settings.Text(nameof(options.TokenUrl)) ?? options.TokenUrl;
        options.ClientId = settings.Text(nameof(options.ClientId)) ?? options.ClientId;
        options.AllowCommonForAppOnly = settings.Switch(nameof(options.AllowCommonForAppOnly)) ?? options.AllowCommonForAppOnly;
        options.MaxRetryAfter = settings.Duration(nameof(options.MaxRetryAfter)) ?? options.MaxRetryAfter;
        options.ExpiryWarning = settings.Duration(nameof(options.ExpiryWarning)) ?? options.ExpiryWarning;
    }

    private static DiscoveredService Service(SectionReader settings)
    {
        var resource = settings.Text(nameof(DiscoveredService.ResourceId));
        var endpoint = settings.Address(nameof(DiscoveredService.EndpointUri));
        try
        {
            return new DiscoveredService(resource!, endpoint!);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidOperationException(
                $"{settings.Path}: {nameof(DiscoveredService.ResourceId)} or {nameof(DiscoveredService.EndpointUri)} is not valid. "
                + exception.Message,
                exception);
        }
    }

    private static void Apply(SectionReader settings, ServiceDiscoveryOptions options)
    {
        options.Endpoint = settings.Address(nameof(options.Endpoint)) ?? options.Endpoint;
        options.ResourceId = settings.Text(nameof(options.ResourceId)) ?? options.ResourceId;
        options.AllowedHosts = settings.Words(nameof(options.AllowedHosts)) ?? options.AllowedHosts;
    }

    private static ClientCertificateOptions? Certificate(SectionReader settings, string key, ClientCertificateOptions? certificate)
    {
        if (settings.Section(key) is { } section)
        {
            certificate ??= new ClientCertificateOptions();
            Apply(section, certificate);
        }

        return certificate;
    }
}
