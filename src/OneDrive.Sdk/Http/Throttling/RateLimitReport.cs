namespace OneDrive.Sdk.Http.Throttling;

/// <summary>What the RateLimit headers of an answer say, in resource units and seconds.</summary>
internal readonly record struct RateLimitReport(double? Limit, double Remaining, double Reset);
