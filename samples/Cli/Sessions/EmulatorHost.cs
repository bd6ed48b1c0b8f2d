using System.Globalization;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.Cli;

/// <summary>
/// The emulator inside this program. Its drive is kept, and so is its port, since unfinished uploads name it. A second command uses the
/// emulator of the first one while that runs.
/// </summary>
internal sealed class EmulatorHost : IAsyncDisposable
{
    /// <summary>The application with which people sign in to the emulator.</summary>
    internal const string PublicClientId = "5c1d7c0e-8f52-4a7b-9d57-0d1f7f3b6c11";

    private EmulatorHost(OneDriveEmulator? emulator, Uri endpoint) => (Emulator, Endpoint) = (emulator, endpoint);

    /// <summary>Null when another process runs it.</summary>
    internal OneDriveEmulator? Emulator { get; }

    internal Uri Endpoint { get; }

    internal static async Task<EmulatorHost> StartAsync(StateFolder state, bool badDay, CancellationToken cancellationToken)
    {
        var port = await ReadPortAsync(state, cancellationToken);
        try
        {
            return await OpenAsync(state, port, badDay, cancellationToken);
        }
        catch (IOException exception) when (exception.Message.Contains("another emulator", StringComparison.Ordinal))
        {
            if (port == 0)
                throw;
            return new EmulatorHost(null, new Uri($"http://127.0.0.1:{port}/"));
        }
        catch (IOException) when (port != 0)
        {
            // Something else listens there now. Uploads that name the port begin anew.
            return await OpenAsync(state, 0, badDay, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Emulator is not null)
            await Emulator.DisposeAsync();
    }

    private static async Task<EmulatorHost> OpenAsync(StateFolder state, int port, bool badDay, CancellationToken cancellationToken)
    {
        var isNew = !Directory.Exists(state.EmulatorData);
        var emulator = await OneDriveEmulator.StartAsync(
            options =>
            {
                options.DataFolder = state.EmulatorData;
                options.Port = port;
                options.MaxRecordedExchanges = 1;
            },
            cancellationToken);
        emulator.AddApplication(application =>
        {
            application.ClientId = PublicClientId;
            application.DisplayName = CommandLine.Name;
            application.IsPublicClient = true;
            application.RedirectUris.Add(new Uri("http://localhost/"));
        });
        emulator.Faults.Clear();
        emulator.Quirks.Clear();
        if (isNew)
            DemonstrationDrive.Fill(emulator.DefaultUser.Drive);
        if (badDay)
            BadDay(emulator);
        await File.WriteAllTextAsync(
            state.EmulatorAddress, emulator.Endpoint.Port.ToString(CultureInfo.InvariantCulture), cancellationToken);
        return new EmulatorHost(emulator, emulator.Endpoint);
    }

    private static async Task<int> ReadPortAsync(StateFolder state, CancellationToken cancellationToken) =>
        File.Exists(state.EmulatorAddress)
        && int.TryParse(
            await File.ReadAllTextAsync(state.EmulatorAddress, cancellationToken),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var port)
            ? port
            : 0;

    private static void BadDay(OneDriveEmulator emulator)
    {
        emulator.Quirks.EnableNastyDay();
        emulator.Faults
            .Add(Fault.Throttle(TimeSpan.FromSeconds(1)).WithProbability(0.05).Always())
            .Add(Fault.DropConnection().WithProbability(0.03).Always());
    }
}
