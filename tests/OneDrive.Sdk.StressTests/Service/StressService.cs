using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.StressTests.Service;

/// <summary>An emulator on a real socket, a user with a drive, and a client of that user; all on one clock that never waits.</summary>
internal sealed class StressService : IAsyncDisposable
{
    internal const int Unit = OneDriveTransferOptions.FragmentAlignment;

    private readonly StressClock _clock;
    private readonly EmulatorUser _user;

    private StressService(StressClock clock, OneDriveEmulator emulator, EmulatorDriveType driveType)
    {
        _clock = clock;
        _clock.Silences = CountSilences;
        Emulator = emulator;
        _user = emulator.AddUser(user => user.DriveType = driveType);
        Client = NewClient();
    }

    internal OneDriveEmulator Emulator { get; }

    internal EmulatorDrive Drive => _user.Drive;

    internal OneDriveClient Client { get; }

    internal static async Task<StressService> StartAsync(
        EmulatorDriveType driveType, CancellationToken cancellationToken, int seed = 1)
    {
        var clock = new StressClock();
        var emulator = await OneDriveEmulator.StartAsync(
            options => (options.TimeProvider, options.Seed) = (clock, seed), cancellationToken);
        return new(clock, emulator, driveType);
    }

    /// <summary>A token for a process of its own.</summary>
    internal string IssueToken() => Emulator.IssueAccessToken(_user);

    /// <summary>Makes another client of the same user; the caller disposes it.</summary>
    internal OneDriveClient NewClient(Action<OneDriveOptions>? configure = null)
    {
        var options = new OneDriveOptions
        {
            Cloud = OneDriveCloud.Custom(Emulator.Endpoint, Emulator.Endpoint),
            TimeProvider = _clock,
        };
        options.Retry.MaxDelay = TimeSpan.FromSeconds(8);
        options.Transfers.FragmentSize = Unit;
        options.Transfers.SingleRequestLimit = Unit;
        configure?.Invoke(options);
        return new OneDriveClient(new EmulatorTokens(Emulator, _user), options);
    }

    /// <summary>Whether all of these faults have struck, as often as they were to.</summary>
    internal bool HasStruck(IReadOnlyList<Fault> faults) =>
        Emulator.Faults.ToList().All(fault => fault.Count == int.MaxValue)
        && Emulator.Traffic.Count(entry => entry.Fault is not null) >= faults.Count;

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        return Emulator.DisposeAsync();
    }

    private int CountSilences() => Emulator.Traffic.Count(entry => entry.Fault is FaultKind.Stall);
}
