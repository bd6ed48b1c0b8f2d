using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneDrive.Sdk.AotSmoke.Service;

namespace OneDrive.Sdk.AotSmoke;

/// <summary>Settings that cannot work are refused at the start, by name.</summary>
internal static class OptionChecks
{
    private const string FragmentSize =
        "Transfers.FragmentSize is 1000000. It must be a multiple of 327,680 bytes (320 KiB) and less than 62,914,560 bytes (60 MiB), "
        + "such as 983040.";

    internal static async Task RunAsync(Checks checks)
    {
        await checks.ThrowsAsync<OptionsValidationException>(
            "a setting of the configuration that cannot work is refused",
            () => StartAsync("OneDrive:Transfers:FragmentSize", "1000000"),
            exception => exception.Failures.SequenceEqual([FragmentSize], StringComparer.Ordinal));
        await checks.ThrowsAsync<InvalidOperationException>(
            "a misspelt setting is refused",
            () => StartAsync("OneDrive:MaxRequests", "8"),
            exception => exception.Message.StartsWith("The setting 'OneDrive:MaxRequests' is not known.", StringComparison.Ordinal));
        await checks.ThrowsAsync<InvalidOperationException>(
            "a setting that is no number is refused",
            () => StartAsync("OneDrive:MaxConcurrentRequests", "many"),
            exception => exception.Message.Contains("OneDrive:MaxConcurrentRequests", StringComparison.Ordinal));
        await checks.ThrowsAsync<OptionsValidationException>(
            "a sign-in without an application is refused",
            () => StartAsync("OneDrive:ClientCertificate:TenantId", "contoso.example"),
            exception => exception.Message.Contains("ClientId", StringComparison.Ordinal));
        await checks.ThrowsAsync<ArgumentException>(
            "without a container too",
            () =>
            {
                using var service = new CannedService();
                using var client = Client.For(service, options => options.Transfers.FragmentSize = 1_000_000);
                return Task.CompletedTask;
            },
            exception => exception.Message.StartsWith(FragmentSize, StringComparison.Ordinal));
    }

    private static async Task StartAsync(string key, string value)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { [key] = value })
            .Build();
        var services = new ServiceCollection();
        services.AddOneDrive(configuration.GetSection("OneDrive"));
        await using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
    }
}
