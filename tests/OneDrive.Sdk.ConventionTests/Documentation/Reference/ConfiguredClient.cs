using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OneDrive.Sdk.ConventionTests.Documentation.Reference;

/// <summary>Registers a client with one setting beside those that it needs, and creates it: options are validated there.</summary>
internal static class ConfiguredClient
{
    internal static void Build(string key, string value)
    {
        var section = key.Contains(':', StringComparison.Ordinal) ? key.Split(':')[0] : "";
        var signIn =
            section is "AuthorizationCode" or "DeviceCode" or "OnBehalfOf" or "ClientCertificate" or "AadV1" ? section : "ClientSecret";
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [$"OneDrive:{signIn}:TenantId"] = "contoso.onmicrosoft.com",
            [$"OneDrive:{signIn}:ClientId"] = "11111111-2222-3333-4444-555555555555",
        };
        if (signIn is "ClientCertificate")
        {
            settings["OneDrive:ClientCertificate:Subject"] = "CN=Backup";
        }
        else if (signIn is not "DeviceCode")
        {
            settings[$"OneDrive:{signIn}:ClientSecret"] = "a client secret";
        }

        if (signIn is "AuthorizationCode" or "AadV1")
        {
            settings[$"OneDrive:{signIn}:RedirectUri"] = "http://localhost/callback";
        }

        if (signIn is "AadV1")
        {
            settings["OneDrive:ServiceEndpoint"] = "https://contoso-my.sharepoint.com/_api/v2.0";
            settings["OneDrive:AadV1:Service:ResourceId"] = "https://contoso-my.sharepoint.com/";
            settings["OneDrive:AadV1:Service:EndpointUri"] = "https://contoso-my.sharepoint.com/_api/v2.0";
        }

        settings[$"OneDrive:{key}"] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        var builder = services.AddOneDrive(configuration.GetSection("OneDrive"));
        if (signIn is "OnBehalfOf")
        {
            builder.AddOnBehalfOf(options => options.UserAssertionProvider = _ => ValueTask.FromResult("assertion"));
        }

        using var provider = services.BuildServiceProvider();
        _ = provider.GetRequiredService<IOneDriveClient>();
    }
}
