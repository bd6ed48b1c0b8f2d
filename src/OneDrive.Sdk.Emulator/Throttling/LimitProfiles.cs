namespace OneDrive.Sdk.Emulator.Throttling;

/// <summary>The named limits. The numbers are those of a tenant with up to 1,000 licenses.</summary>
internal static class LimitProfiles
{
    private static readonly ServiceLimit Application = new(1250, TimeSpan.FromMinutes(1));

    private static readonly ServiceLimits Documented = new()
    {
        User = new ServiceLimit(3000, TimeSpan.FromMinutes(5)),
        Application = Application,
        Tenant = new ServiceLimit(18_750, TimeSpan.FromMinutes(5)),
    };

    public static ServiceLimits Of(ServiceLimitsProfile profile) => profile switch
    {
        ServiceLimitsProfile.Service => Documented with { RateLimitHeadersFrom = 0.8 },
        ServiceLimitsProfile.ServiceWithoutHeaders => Documented,
        ServiceLimitsProfile.Debt => new() { Application = Application, ChargesRefusals = true },
        ServiceLimitsProfile.Crowd => new() { MaxConcurrentRequests = 12 },
        ServiceLimitsProfile.Penalty => new() { Application = Application, PenaltyAfter = 3 },
        ServiceLimitsProfile.WithoutAdvice => new() { Application = Application, RetryAfterForm = RetryAfterForm.None },
        ServiceLimitsProfile.Bandwidth => new() { Bandwidth = new ServiceLimit(20 * 1024 * 1024, TimeSpan.FromMinutes(1)) },
        _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "The profile does not exist."),
    };

    public static string Describe(ServiceLimitsProfile profile) => profile switch
    {
        ServiceLimitsProfile.Service => "The documented limits of a small tenant, with RateLimit headers from 80 % on.",
        ServiceLimitsProfile.ServiceWithoutHeaders => "The documented limits of a small tenant.",
        ServiceLimitsProfile.Debt => "1,250 resource units per minute for an application; rejected requests are charged.",
        ServiceLimitsProfile.Crowd => "At most 12 concurrent requests; more return 503 without a Retry-After.",
        ServiceLimitsProfile.Penalty => "1,250 resource units per minute; the third violation blocks an application for two minutes.",
        ServiceLimitsProfile.WithoutAdvice => "1,250 resource units per minute, and 429 without a Retry-After.",
        _ => "20 MiB of content per minute; more returns 509.",
    };
}
