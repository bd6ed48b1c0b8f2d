namespace OneDrive.Sdk.Emulator;

/// <summary>Throttling profiles. Sign-in is never throttled.</summary>
public enum ThrottleProfile
{
    /// <summary>One request in fifty returns 429 with a Retry-After of one second.</summary>
    Light,

    /// <summary>
    /// One request in five returns 429 with a Retry-After of 1.5 seconds as a decimal, one in twenty returns 503 with a date.
    /// </summary>
    Heavy,

    /// <summary>One fragment in ten returns 429 with a Retry-After of two seconds, and one in twenty returns 509 without one.</summary>
    Uploads,
}
