namespace OneDrive.Sdk.Emulator;

/// <summary>Named limits of the service.</summary>
public enum ServiceLimitsProfile
{
    /// <summary>
    /// The documented limits of a small tenant, with RateLimit headers from 80 % on: 3,000 resource units in five minutes for a user, 1,250
    /// a minute for an application, 18,750 in five minutes for the tenant.
    /// </summary>
    Service,

    /// <summary>The same without RateLimit headers.</summary>
    ServiceWithoutHeaders,

    /// <summary>1,250 resource units per minute for an application; rejected requests are charged.</summary>
    Debt,

    /// <summary>At most 12 concurrent requests; more return 503 without a Retry-After.</summary>
    Crowd,

    /// <summary>1,250 resource units per minute for an application; the third violation blocks it for two minutes.</summary>
    Penalty,

    /// <summary>1,250 resource units per minute for an application, and 429 without a Retry-After.</summary>
    WithoutAdvice,

    /// <summary>20 MiB of content per minute; more returns 509.</summary>
    Bandwidth,
}
