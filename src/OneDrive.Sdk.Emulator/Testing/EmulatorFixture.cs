namespace OneDrive.Sdk.Emulator;

/// <summary>
/// The lifetime of an emulator as test frameworks want it. For xunit 2 let a class derive from it and name <c>IAsyncLifetime</c>: as the
/// base of a test class for an emulator for each test, or with <c>IClassFixture</c> for one for all tests of a class.
/// </summary>
public abstract class EmulatorFixture
{
    private OneDriveEmulator? _emulator;

    /// <summary>The emulator.</summary>
    /// <exception cref="InvalidOperationException">It was not started yet.</exception>
    public OneDriveEmulator Emulator => _emulator
        ?? throw new InvalidOperationException("The emulator is not started: does the class name IAsyncLifetime of the test framework?");

    /// <summary>Starts the emulator, and prepares it.</summary>
    /// <returns>A task that ends when it listens.</returns>
    public async Task InitializeAsync()
    {
        _emulator = await OneDriveEmulator.StartAsync(Configure).ConfigureAwait(false);
        Prepare(_emulator);
    }

    /// <summary>Stops the emulator.</summary>
    /// <returns>A task that ends when nothing is left of it.</returns>
    public async Task DisposeAsync()
    {
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Changes the options, before the start.</summary>
    /// <param name="options">The options.</param>
    protected virtual void Configure(EmulatorOptions options)
    {
    }

    /// <summary>Puts users and files in, before the first test.</summary>
    /// <param name="emulator">The emulator, which is running.</param>
    protected virtual void Prepare(OneDriveEmulator emulator)
    {
    }
}
