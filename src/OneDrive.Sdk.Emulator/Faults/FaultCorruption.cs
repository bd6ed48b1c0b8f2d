namespace OneDrive.Sdk.Emulator;

/// <summary>How a body is changed.</summary>
public enum FaultCorruption
{
    /// <summary>One byte is inverted; the length is unchanged.</summary>
    FlipByte,

    /// <summary>The body is truncated, with a matching Content-Length.</summary>
    Truncate,

    /// <summary>The body is replaced with malformed JSON.</summary>
    MalformedJson,
}
