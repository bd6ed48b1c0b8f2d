using System.Runtime.InteropServices;

namespace OneDrive.Sdk.Throttling.Models;

/// <summary>The three RateLimit headers.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RateLimit(double Limit, double Remaining, double Reset);
