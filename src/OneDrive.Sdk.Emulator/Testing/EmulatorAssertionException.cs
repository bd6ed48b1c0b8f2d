namespace OneDrive.Sdk.Emulator;

/// <summary>What a test claimed of an emulator is not so. The message shows what is.</summary>
public sealed class EmulatorAssertionException : Exception
{
    internal EmulatorAssertionException(string message)
        : base(message)
    {
    }
}
