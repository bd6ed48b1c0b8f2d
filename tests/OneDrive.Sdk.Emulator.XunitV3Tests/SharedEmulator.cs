namespace OneDrive.Sdk.Emulator.XunitV3Tests;

/// <summary>One emulator for all tests of a class.</summary>
public sealed class SharedEmulator : EmulatorFixtureV3, IAsyncLifetime;
