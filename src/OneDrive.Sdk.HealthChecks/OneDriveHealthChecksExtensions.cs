using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using OneDrive.Sdk;
using OneDrive.Sdk.Authentication;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the health check.</summary>
public static class OneDriveHealthChecksExtensions
{
    /// <summary>
    /// Adds a check of a client that <c>AddOneDrive</c> registered. It is degraded while the service asks to pause or when the credential
    /// ends soon, and unhealthy when no token can be had. It sends no request to the service; a token comes from the cache if there is one.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="clientName">The name of the client; empty for the one without a name.</param>
    /// <param name="name">The name of the check; null for <c>onedrive</c>, with the name of the client behind it if it has one.</param>
    /// <param name="tags">Tags to filter checks by.</param>
    public static IHealthChecksBuilder AddOneDrive(
        this IHealthChecksBuilder builder, string clientName = "", string? name = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(clientName);
        return builder.Add(new HealthCheckRegistration(
            name ?? (clientName.Length == 0 ? "onedrive" : $"onedrive-{clientName}"),
            services => new OneDriveHealthCheck(
                services.GetKeyedService<IAccessTokenProvider>(clientName)
                    ?? throw new InvalidOperationException(
                        $"The OneDrive client '{clientName}' is not registered or has no sign-in. Call services.AddOneDrive first."),
                services.GetRequiredService<IOptionsMonitor<OneDriveOptions>>().Get(clientName)),
            failureStatus: null,
            tags));
    }
}
