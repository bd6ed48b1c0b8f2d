using OneDrive.Sdk.Emulator;

namespace TestingYourApp.Tests;

/// <summary>What the application does when the service does not. Runs at the same time as the other class.</summary>
public sealed class BadDayTests : ArchiveTest
{
    // begin: faults of a bad day
    [Fact]
    public async Task Run_WhenThrottledAndCutOff_ArchivesEverythingOnce()
    {
        Emulator.Faults
            .Add(Fault.Throttle(TimeSpan.FromMilliseconds(10), RetryAfterForm.DecimalSeconds).On(EmulatorOperation.PutContent))
            .Add(Fault.LoseAcknowledgement().On(EmulatorOperation.UploadFragment));
        WriteInvoice("2024-17.pdf", [1, 7]);
        WriteInvoice("2024-18.pdf", new byte[5_000_000]);

        var report = await RunAsync();

        Assert.Equal(2, report.Archived.Count);
        Drive.VerifyFile("Invoices/2024/2024-17.pdf", [1, 7]).VerifyFile("Invoices/2024/2024-18.pdf", new byte[5_000_000]);
        Assert.Equal(2, Emulator.Traffic.Count(exchange => exchange.Fault is not null));
    }

    // end

    // begin: a full drive
    [Fact]
    public async Task Run_WhenTheDriveIsFull_StopsAndSaysSo()
    {
        Drive.Quota = 10;
        WriteInvoice("2024-17.pdf", new byte[8]);
        WriteInvoice("2024-18.pdf", new byte[8]);

        var report = await RunAsync();

        Assert.True(report.IsFull);
        Drive.VerifyFile("Invoices/2024/2024-17.pdf").VerifyNothing("Invoices/2024/2024-18.pdf");
    }

    // end
}
