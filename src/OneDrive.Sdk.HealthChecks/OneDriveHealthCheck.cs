using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk;

/// <summary>Checks whether a client can currently work.</summary>
internal sealed class OneDriveHealthCheck(IAccessTokenProvider tokens, OneDriveOptions options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>(StringComparer.Ordinal);
        var pause = options.SharedThrottleGate?.GetRemainingWait(options.TimeProvider) ?? TimeSpan.Zero;
        data["pauseSeconds"] = pause.TotalSeconds;
        CredentialExpiry? expiry;
        try
        {
            var request = new AccessTokenRequest { Resource = options.ServiceEndpoint ?? options.Cloud.GraphEndpoint };
            await tokens.GetTokenAsync(request, cancellationToken).ConfigureAwait(false);
            expiry = tokens is IExpiringCredential credential
                ? await credential.GetCredentialExpiryAsync(cancellationToken).ConfigureAwait(false) : null;
        }
        catch (OneDriveException exception)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, $"The sign-in failed: {exception.Message}", exception, data);
        }

        if (expiry is not null)
            data["credentialExpiresOn"] = expiry.ExpiresOn;
        var problems = new List<string>();
        if (pause > TimeSpan.Zero)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture, $"The service throttles the client for another {pause.TotalSeconds:0.#} s (Retry-After)."));
        }

        if (expiry is { IsExpiring: true })
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"The {expiry.Name} expires on {expiry.ExpiresOn:u}."));
        return problems.Count == 0
            ? HealthCheckResult.Healthy("The sign-in works, and the service does not throttle the client.", data)
            : HealthCheckResult.Degraded(string.Join(' ', problems), data: data);
    }
}
