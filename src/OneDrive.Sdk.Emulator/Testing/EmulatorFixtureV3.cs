namespace OneDrive.Sdk.Emulator;

/// <summary>
/// The lifetime of an emulator as xunit.v3 wants it. Let a class derive from it and name <c>IAsyncLifetime</c>: as the base of a test class
/// for an emulator for each test, or with <c>IClassFixture</c> for one for all tests of a class.
/// </summary>
public abstract class EmulatorFixtureV3 : EmulatorFixtureBase, IAsyncDisposable
{
    /// <summary>Starts the emulator, and prepares it.</summary>
    /// <returns>A task that ends when it listens.</returns>
    public ValueTask InitializeAsync() => new(StartAsync());

    /// <summary>Stops the emulator.</summary>
    /// <returns>A task that ends when nothing is left of it.</returns>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await StopAsync().ConfigureAwait(false);
    }
}
