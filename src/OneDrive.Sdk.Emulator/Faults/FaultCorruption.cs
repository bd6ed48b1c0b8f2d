namespace OneDrive.Sdk.Emulator;

/// <summary>How a body is spoiled.</summary>
public enum FaultCorruption
{
    /// <summary>One byte has all its bits inverted; the length stays.</summary>
    FlipByte,

    /// <summary>The body ends early, and its Content-Length says so too.</summary>
    Truncate,

    /// <summary>The body is replaced by text that looks like JSON and is not.</summary>
    MalformedJson,
}
