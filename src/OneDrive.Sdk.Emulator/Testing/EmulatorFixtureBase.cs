namespace OneDrive.Sdk.Emulator;

/// <summary>
/// An emulator with the lifetime of a test or of a group of tests. Derive from <see cref="EmulatorFixture"/> or
/// <see cref="EmulatorFixtureV3"/>, whichever the test framework fits.
/// </summary>
public abstract class EmulatorFixtureBase
{
    private OneDriveEmulator? _emulator;

    private protected EmulatorFixtureBase()
    {
    }

    /// <summary>The emulator.</summary>
    /// <exception cref="InvalidOperationException">It was not started yet.</exception>
    public OneDriveEmulator Emulator => _emulator
        ?? throw new InvalidOperationException("The emulator was not started. Check that the test class implements IAsyncLifetime of the "
            + "test framework.");

    private protected async Task StartAsync()
    {
        _emulator = await OneDriveEmulator.StartAsync(Configure).ConfigureAwait(false);
        Prepare(_emulator);
    }

    private protected ValueTask StopAsync() => _emulator?.DisposeAsync() ?? ValueTask.CompletedTask;

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
