using OneDrive.Sdk.Emulator;

namespace TestingYourApp.Tests;

/// <summary>What the application does when everything works.</summary>
public sealed class ArchiveTests : ArchiveTest
{
    // begin: a first test
    [Fact]
    public async Task Run_PutsEachInvoiceIntoTheFolderOfItsYear()
    {
        WriteInvoice("2023-04.pdf", [4]);
        WriteInvoice("2024-17.pdf", [1, 7]);

        var report = await RunAsync();

        Assert.Equal(2, report.Archived.Count);
        Drive.VerifyFile("Invoices/2023/2023-04.pdf", [4]).VerifyFile("Invoices/2024/2024-17.pdf", [1, 7]);
        Emulator.Traffic.Verify(EmulatorOperation.PutContent, times: 2).VerifyNoTokenWasLeaked();
    }

    // end

    // begin: seeding
    [Fact]
    public async Task Run_WhenAnInvoiceIsThere_LeavesItAlone()
    {
        Drive.WithFile("Invoices/2024/2024-17.pdf", [9, 9, 9]);
        WriteInvoice("2024-17.pdf", [1, 7]);

        var report = await RunAsync();

        Assert.Equal(["2024-17.pdf"], report.AlreadyThere);
        Drive.VerifyFile("Invoices/2024/2024-17.pdf", [9, 9, 9]);
    }

    // end

    [Fact]
    public async Task Run_WithoutInvoices_AsksForNothing()
    {
        await RunAsync();

        Assert.Empty(Emulator.Traffic);
    }
}
