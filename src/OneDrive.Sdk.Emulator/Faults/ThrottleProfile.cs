namespace OneDrive.Sdk.Emulator;

/// <summary>Named ways in which the service limits its clients. Sign-in is never limited.</summary>
public enum ThrottleProfile
{
    /// <summary>One request in fifty is answered 429 with a Retry-After of one second.</summary>
    Light,

    /// <summary>
    /// One request in five is answered 429 with a Retry-After of 1.5 seconds as a decimal, one in twenty 503 with a date.
    /// </summary>
    Heavy,

    /// <summary>One fragment in ten is answered 429 with a Retry-After of two seconds, and one in twenty 509 without one.</summary>
    Uploads,
}
