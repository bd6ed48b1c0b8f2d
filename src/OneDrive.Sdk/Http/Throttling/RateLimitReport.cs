using System.Runtime.InteropServices;

namespace OneDrive.Sdk.Http.Throttling;

/// <summary>The values of the RateLimit headers, in resource units and seconds.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RateLimitReport(double? Limit, double Remaining, double Reset);
