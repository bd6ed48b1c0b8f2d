using BackupPortal.Destinations;
using Microsoft.Extensions.Options;
using OneDrive.Sdk;
using OneDrive.Sdk.Emulator;

namespace BackupPortal;

/// <summary>The service that the portal talks to: an emulator that it starts itself, or the real one.</summary>
public sealed class ServiceConnection(IOptions<PortalSettings> settings) : IHostedService, IAsyncDisposable
{
    public OneDriveEmulator? Emulator { get; private set; }

    public OneDriveCloud Cloud { get; private set; } = OneDriveCloud.Global;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!settings.Value.UseEmulator)
        {
            Cloud = OneDriveCloud.Parse(settings.Value.Cloud);
            return;
        }

        Emulator = await OneDriveEmulator.StartAsync(
            options =>
            {
                options.Port = settings.Value.EmulatorPort;
                options.DataFolder = Path.Combine(settings.Value.DataFolder, "emulator");
                options.SignInPage = EmulatorSignInPage.Clickable;
            },
            cancellationToken);
        Cloud = OneDriveCloud.Custom(Emulator.Endpoint, Emulator.Endpoint);
        Register(new Uri("http://localhost/"));
        if (settings.Value.PublicAddress is { } address)
            Register(address);
        if (settings.Value.EmulatorMisbehaves)
            Misbehave(Emulator);
    }

    /// <summary>Registers the callbacks of the portal at an address, as a person does in the Azure portal.</summary>
    public void Register(Uri address)
    {
        foreach (var path in CallbackPaths.All)
            Emulator?.RegisterRedirectUri(OneDriveEmulator.DefaultClientId, new Uri(address, path));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (Emulator is { } emulator)
            await emulator.DisposeAsync();
    }

    private static void Misbehave(OneDriveEmulator emulator)
    {
        foreach (var operation in new[] { EmulatorOperation.ListChildren, EmulatorOperation.GetItem, EmulatorOperation.UploadFragment })
            emulator.Faults.Add(Fault.Throttle(TimeSpan.FromSeconds(1)).On(operation).WithProbability(0.2));
    }
}
