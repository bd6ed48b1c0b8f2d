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

    /// <summary>1,250 resource units a minute for an application; refused requests are charged.</summary>
    Debt,

    /// <summary>At most 12 requests at a time; more are answered 503 without a Retry-After.</summary>
    Crowd,

    /// <summary>1,250 resource units a minute for an application; the third violation shuts it out for two minutes.</summary>
    Penalty,

    /// <summary>1,250 resource units a minute for an application, and 429 without a Retry-After.</summary>
    WithoutAdvice,

    /// <summary>20 MiB of content a minute; more is answered 509.</summary>
    Bandwidth,
}
