namespace OneDrive.Sdk.Throttling.Models;

/// <summary>The three RateLimit headers.</summary>
internal readonly record struct RateLimit(double Limit, double Remaining, double Reset);
