using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using OneDrive.Sdk;
using OneDrive.Sdk.Authentication;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the health check.</summary>
public static class OneDriveHealthChecksExtensions
{
    /// <summary>
    /// Adds a check of a client that was registered with <c>AddOneDrive</c>. It is degraded while the service throttles the client or if
    /// the credential expires soon, and unhealthy if a token cannot be acquired. It does not send a request to the service; the token comes
    /// from the cache if possible.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="clientName">The name of the client; empty for the default registration.</param>
    /// <param name="name">The name of the check; null for <c>onedrive</c>, followed by the name of the client if it has one.</param>
    /// <param name="tags">Tags to filter checks.</param>
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
                        $"The OneDrive client '{clientName}' is not registered or does not have a sign-in. "
                        + "Call services.AddOneDrive first."),
                services.GetRequiredService<IOptionsMonitor<OneDriveOptions>>().Get(clientName)),
            failureStatus: null,
            tags));
    }
}
