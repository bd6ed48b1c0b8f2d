namespace OneDrive.Sdk.StressTests.Virtual;

/// <summary>How much memory is in use after so many bytes.</summary>
/// <param name="Bytes">How many bytes were acknowledged.</param>
/// <param name="Live">What the garbage collector cannot free.</param>
/// <param name="Resident">What the whole process holds, the emulator with it.</param>
internal sealed record MemorySample(long Bytes, long Live, long Resident);
