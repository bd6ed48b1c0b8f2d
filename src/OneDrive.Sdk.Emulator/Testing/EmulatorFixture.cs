namespace OneDrive.Sdk.Emulator;

/// <summary>
/// The lifetime of an emulator as xunit 2 wants it. Let a class derive from it and name <c>IAsyncLifetime</c>: as the base of a test class
/// for an emulator for each test, or with <c>IClassFixture</c> for one for all tests of a class.
/// </summary>
public abstract class EmulatorFixture : EmulatorFixtureBase
{
    /// <summary>Starts the emulator, and prepares it.</summary>
    /// <returns>A task that ends when it listens.</returns>
    public Task InitializeAsync() => StartAsync();

    /// <summary>Stops the emulator.</summary>
    /// <returns>A task that ends when nothing is left of it.</returns>
    public Task DisposeAsync() => StopAsync().AsTask();
}
