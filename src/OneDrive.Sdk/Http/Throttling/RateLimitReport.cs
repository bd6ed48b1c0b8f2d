namespace OneDrive.Sdk.Http.Throttling;

/// <summary>The values of the RateLimit headers, in resource units and seconds.</summary>
internal readonly record struct RateLimitReport(double? Limit, double Remaining, double Reset);
