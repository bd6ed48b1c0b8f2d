using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.DependencyInjection;

/// <summary>The ways in which people sign in, as a configuration file describes them.</summary>
public sealed class UserSignInConfigurationTests
{
    [Fact]
    public void ADeviceCodeSection_AddsThatSignIn()
    {
        using var provider = Provider("""
            "DeviceCode": {
              "TenantId": "contoso.example", "ClientId": "app", "Scopes": "Files.Read offline_access", "AdditionalScopes": "openid",
              "Language": "de-DE", "EnableContinuousAccessEvaluation": false, "ContinueWhenNotSaved": true, "MaxRetryAfter": "00:01:00",
              "UserKey": "me"
            }
            """);

        Assert.Same(provider.GetRequiredService<DeviceCodeFlow>(), provider.GetRequiredKeyedService<DeviceCodeFlow>(""));
        Assert.NotNull(provider.GetRequiredService<IOneDriveClient>());
        var options = provider.GetRequiredService<IOptionsMonitor<DeviceCodeOptions>>().Get("");
        Assert.Equal(["Files.Read", "offline_access", "openid"], options.Scopes.Concat(options.AdditionalScopes));
        Assert.Equal(("contoso.example", "app", "de-DE", "me"), (options.TenantId, options.ClientId, options.Language, options.UserKey));
        Assert.Equal(
            (false, true, TimeSpan.FromMinutes(1)),
            (options.EnableContinuousAccessEvaluation, options.ContinueWhenNotSaved, options.MaxRetryAfter));
    }

    [Theory]
    [InlineData("\"TenantId\": \"common\"", "ClientId is not set")]
    [InlineData("\"ClientId\": \"app\", \"Scope\": \"x\"", "DeviceCode:Scope' is not known")]
    public void ADeviceCodeSection_ThatCannotWork_FailsWhenItIsRead(string settings, string problem)
    {
        using var provider = Provider($"\"DeviceCode\": {{ {settings} }}");

        var failure = Assert.ThrowsAny<Exception>(() => provider.GetRequiredService<IOptionsMonitor<DeviceCodeOptions>>().Get(""));

        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnOnBehalfOfSection_AddsThatSignIn()
    {
        using var provider = Provider("""
            "OnBehalfOf": {
              "TenantId": "contoso.example", "ClientId": "app", "ClientCertificate": { "PemPath": "a.pem" }, "Scopes": "Files.Read",
              "EnableContinuousAccessEvaluation": false, "MaxRetryAfter": "00:01:00"
            }
            """);

        Assert.Same(provider.GetRequiredService<OnBehalfOfTokenProvider>(), provider.GetRequiredKeyedService<OnBehalfOfTokenProvider>(""));
        Assert.NotNull(provider.GetRequiredService<IOneDriveClient>());
        var options = provider.GetRequiredService<IOptionsMonitor<OnBehalfOfOptions>>().Get("");
        Assert.Equal(
            ("contoso.example", "app", "a.pem", "Files.Read"),
            (options.TenantId, options.ClientId, options.ClientCertificate!.PemPath, options.Scopes.Single()));
        Assert.Equal((false, TimeSpan.FromMinutes(1)), (options.EnableContinuousAccessEvaluation, options.MaxRetryAfter));
    }

    [Fact]
    public void AnAadV1Section_AddsThatSignIn()
    {
        using var provider = Provider("""
            "ServiceEndpoint": "https://contoso-my.sharepoint.com/_api/v2.0",
            "AadV1": {
              "TenantId": "contoso.example", "ClientId": "app", "ClientSecret": "secret", "RedirectUri": "https://app.example/callback",
              "ContinueWhenNotSaved": true, "SessionLifetime": "00:05:00", "MaxRetryAfter": "00:01:00", "UserKey": "me",
              "Service": {
                "ResourceId": "https://contoso-my.sharepoint.com/", "EndpointUri": "https://contoso-my.sharepoint.com/_api/v2.0"
              },
              "Discovery": {
                "Endpoint": "https://find.example/services", "ResourceId": "https://find.example/", "AllowedHosts": ".example .test"
              }
            }
            """);

        Assert.Same(provider.GetRequiredService<AadV1Flow>(), provider.GetRequiredKeyedService<AadV1Flow>(""));
        Assert.NotNull(provider.GetRequiredService<IOneDriveClient>());
        var options = provider.GetRequiredService<IOptionsMonitor<AadV1Options>>().Get("");
        Assert.Equal(
            ("contoso.example", "app", "secret", "https://app.example/callback", "me"),
            (options.TenantId, options.ClientId, options.ClientSecret, options.RedirectUri!.AbsoluteUri, options.UserKey));
        Assert.Equal(
            (true, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1)),
            (options.ContinueWhenNotSaved, options.SessionLifetime, options.MaxRetryAfter));
        Assert.Equal("https://contoso-my.sharepoint.com/", options.Service!.ResourceId);
        Assert.Equal("https://find.example/services", options.Discovery.Endpoint.AbsoluteUri);
        Assert.Equal([".example", ".test"], options.Discovery.AllowedHosts);
    }

    [Theory]
    [InlineData("\"ClientId\": \"app\"", "RedirectUri is not set")]
    [InlineData("\"Service\": { \"ResourceId\": \"https://a.example/\" }", "AadV1:Service: ResourceId or EndpointUri is not valid")]
    [InlineData(
        "\"Service\": { \"ResourceId\": \"https://a.example/\", \"EndpointUri\": \"https://b.example/\" }",
        "AadV1:Service: ResourceId or EndpointUri is not valid")]
    [InlineData("\"Service\": { \"Host\": \"x\" }", "AadV1:Service")]
    [InlineData("\"Discovery\": { \"Hosts\": \"x\" }", "AadV1:Discovery:Hosts' is not known")]
    [InlineData("\"Resource\": \"x\"", "AadV1:Resource' is not known")]
    public void AnAadV1Section_ThatCannotWork_FailsWhenItIsRead(string settings, string problem)
    {
        using var provider = Provider($"\"AadV1\": {{ {settings} }}");

        var failure = Assert.ThrowsAny<Exception>(() => provider.GetRequiredService<IOptionsMonitor<AadV1Options>>().Get(""));

        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Provider(string settings)
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "OneDrive": { {{settings}} } }"""));
        var configuration = new ConfigurationBuilder().AddJsonStream(json).Build();
        var services = new ServiceCollection();
        services.AddOneDrive(configuration.GetSection("OneDrive"));
        return services.BuildServiceProvider();
    }
}
