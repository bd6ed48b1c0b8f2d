using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Mirror;

/// <summary>The program around the mirror: sign-in, and one pass or many.</summary>
internal static class MirrorProgram
{
    // The fixed application of every emulator; see docs/emulator.md.
    private const string EmulatorTenant = "7f4bd3c6-6a52-4c61-9d0a-30a1d0e3c5f1";
    private const string EmulatorClient = "e2a9b6ce-0d3f-4b8a-8a4c-5d5f1c7b9e21";
    private const string EmulatorSecret = "emulator-client-secret";
    private const string EmulatorDrive = "/users/adele@contoso.example";

    internal static async Task<int> RunAsync(
        DirectoryInfo local, string folder, Uri? emulator, double? interval, CancellationToken cancellationToken)
    {
        try
        {
            var cloud = emulator is null ? OneDriveCloud.Global : OneDriveCloud.Custom(emulator, emulator);
            using var tokens = new ClientSecretTokenProvider(
                new ClientSecretOptions
                {
                    TenantId = Setting("ONEDRIVE_TENANT_ID", emulator, EmulatorTenant),
                    ClientId = Setting("ONEDRIVE_CLIENT_ID", emulator, EmulatorClient),
                    ClientSecret = Setting("ONEDRIVE_CLIENT_SECRET", emulator, EmulatorSecret),
                },
                cloud);
            var drive = DriveAddress.Parse(Setting("ONEDRIVE_DRIVE", emulator, EmulatorDrive));
            using var client = new OneDriveClient(tokens, new OneDriveOptions { Cloud = cloud, DefaultDrive = drive });
            var source = folder == "/" ? drive.Root : drive.Path(folder);
            using var mirror = new DriveMirror(client, source, local.FullName, TimeProvider.System);
            while (true)
            {
                var tally = await mirror.RunAsync(cancellationToken);
                Console.WriteLine(tally);
                foreach (var failure in tally.Failures)
                    Console.Error.WriteLine(failure);
                if (interval is not { } seconds)
                    return tally.Failed == 0 ? 0 : 1;
                await Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Interrupted. The next run goes on from here.");
            return 130;
        }
        catch (Exception exception) when (exception is OneDriveException or IOException or ArgumentException or InvalidOperationException)
        {
            Console.Error.WriteLine($"mirror: {exception.Message}");
            return 1;
        }
    }

    private static string Setting(string name, Uri? emulator, string ofEmulator) => emulator is not null
        ? ofEmulator
        : Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"The environment variable {name} is not set; the README lists them.");
}
