namespace OneDrive.Sdk.Emulator;

/// <summary>The forms of a Retry-After header that the service uses.</summary>
public enum RetryAfterForm
{
    /// <summary>Whole seconds, rounded up.</summary>
    Seconds,

    /// <summary>Seconds with a fraction, such as 2.128.</summary>
    DecimalSeconds,

    /// <summary>An HTTP date, rounded up to the second, on the clock of the emulator.</summary>
    HttpDate,

    /// <summary>The number 0, whatever the delay is.</summary>
    Zero,

    /// <summary>No header.</summary>
    None,
}
