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

    private static ServiceProvider Provider(string settings)
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "OneDrive": { {{settings}} } }"""));
        var configuration = new ConfigurationBuilder().AddJsonStream(json).Build();
        var services = new ServiceCollection();
        services.AddOneDrive(configuration.GetSection("OneDrive"));
        return services.BuildServiceProvider();
    }
}
