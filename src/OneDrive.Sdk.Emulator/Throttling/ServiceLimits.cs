using System.Text.Json;
using OneDrive.Sdk.Emulator.State;
using OneDrive.Sdk.Emulator.Throttling;

namespace OneDrive.Sdk.Emulator;

/// <summary>
/// The limits of the service. Requests cost resource units as described at
/// <see href="https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online"/>:
/// 1 for a single item, a delta query with a token or a download, 2 for a list or a change, 5 for permissions; a batch costs the sum of its
/// steps. Sign-in is free.
/// </summary>
public sealed record ServiceLimits
{
    /// <summary>The resource units of one user, with any number of applications.</summary>
    /// <value>null: no limit.</value>
    public ServiceLimit? User { get; init; }

    /// <summary>The resource units of one application in a tenant.</summary>
    /// <value>null: no limit.</value>
    public ServiceLimit? Application { get; init; }

    /// <summary>The resource units of the tenant, with all its applications.</summary>
    /// <value>null: no limit.</value>
    public ServiceLimit? Tenant { get; init; }

    /// <summary>The bytes of content of a tenant in both directions; requests above the limit return 509.</summary>
    /// <value>null: no limit.</value>
    public ServiceLimit? Bandwidth { get; init; }

    /// <summary>Whether rejected requests are charged; an amount above a window is deducted from the next windows.</summary>
    /// <value>false.</value>
    public bool ChargesRefusals { get; init; }

    /// <summary>The used share of a limit from which responses contain RateLimit headers; 0 for always.</summary>
    /// <value>null: never.</value>
    public double? RateLimitHeadersFrom { get; init; }

    /// <summary>The form of the Retry-After header.</summary>
    /// <value><see cref="RetryAfterForm.Seconds"/>.</value>
    public RetryAfterForm RetryAfterForm { get; init; }

    /// <summary>The maximum number of concurrent requests of all clients.</summary>
    /// <value>null: no limit.</value>
    public int? MaxConcurrentRequests { get; init; }

    /// <summary>The status of a request beyond <see cref="MaxConcurrentRequests"/>.</summary>
    /// <value>503.</value>
    public int ConcurrencyStatus { get; init; } = 503;

    /// <summary>The Retry-After of a request beyond <see cref="MaxConcurrentRequests"/>.</summary>
    /// <value>null: no header.</value>
    public TimeSpan? ConcurrencyRetryAfter { get; init; }

    /// <summary>After how many rejections an application, or its user, is blocked for <see cref="Penalty"/>.</summary>
    /// <value>null: never.</value>
    public int? PenaltyAfter { get; init; }

    /// <summary>How long a client is blocked.</summary>
    /// <value>2 minutes.</value>
    public TimeSpan Penalty { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The limits of a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <returns>The limits.</returns>
    public static ServiceLimits Of(ServiceLimitsProfile profile) => LimitProfiles.Of(profile);

    /// <summary>Reads limits from the JSON that PUT /_emulator/limits takes.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The limits.</returns>
    /// <exception cref="ArgumentException">The text is not valid; the message contains the reason.</exception>
    public static ServiceLimits Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            return LimitsJson.Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or GraphError)
        {
            throw new ArgumentException(exception.Message, nameof(json), exception);
        }
    }
}
