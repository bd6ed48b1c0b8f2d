using Microsoft.Extensions.DependencyInjection;
using OneDrive.Sdk.Emulator;

namespace TestingYourApp.Tests;

// begin: a base class for tests

/// <summary>Every test has a OneDrive of its own, and the application as it is registered, but for one line.</summary>
public abstract class ArchiveTest : EmulatorFixture, IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("invoices-");

    protected EmulatorDrive Drive => Emulator.DefaultUser.Drive;

    protected async Task<ArchiveReport> RunAsync()
    {
        var services = new ServiceCollection();
        services
            .AddInvoiceArchive(
                Emulator.TenantId,
                OneDriveEmulator.DefaultClientId,
                OneDriveEmulator.DefaultClientSecret,
                Emulator.DefaultUser.UserPrincipalName)
            .UseEmulator(Emulator.Endpoint);
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<InvoiceArchive>().RunAsync(_folder.FullName);
    }

    protected void WriteInvoice(string name, byte[] content) => File.WriteAllBytes(Path.Combine(_folder.FullName, name), content);

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

// end
