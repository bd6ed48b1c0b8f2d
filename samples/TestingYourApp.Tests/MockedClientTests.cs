using NSubstitute;
using NSubstitute.ExceptionExtensions;
using OneDrive.Sdk;
using OneDrive.Sdk.Models;

namespace TestingYourApp.Tests;

/// <summary>The application with a client that is not one: no service, no socket.</summary>
public sealed class MockedClientTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("invoices-");

    public void Dispose() => _folder.Delete(recursive: true);

    // begin: a mocked client
    [Fact]
    public async Task Run_WithAMockedClient_ReportsWhatWasArchived()
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "2024-17.pdf"), [1, 7]);
        var client = Substitute.For<IOneDriveClient>();
        client.Content.UploadFileAsync(default!, default!, default, default).ReturnsForAnyArgs(
            new UploadResult(new DriveItem { Id = "1", Name = "2024-17.pdf" }, ContentIntegrity.Verified));

        var report = await new InvoiceArchive(client).RunAsync(_folder.FullName);

        Assert.Equal(["2024-17.pdf"], report.Archived);
        await client.Content.Received(1).UploadFileAsync(
            DriveAddress.Default.Path("/Invoices/2024/2024-17.pdf"),
            Arg.Any<string>(),
            Arg.Any<UploadOptions>(),
            Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Run_WhenTheMockSaysThatTheDriveIsFull_Stops()
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "2024-17.pdf"), [1, 7]);
        var client = Substitute.For<IOneDriveClient>();
        client.Content.UploadFileAsync(default!, default!, default, default).ThrowsAsyncForAnyArgs(
            new QuotaExceededException(System.Net.HttpStatusCode.InsufficientStorage, "The drive is full."));

        var report = await new InvoiceArchive(client).RunAsync(_folder.FullName);

        Assert.True(report.IsFull);
    }

    // end

    // begin: a mocked list and a mocked batch
    private sealed class FixedPages<T>(params Page<T>[] pages) : Paged<T>
    {
        public override IAsyncEnumerable<Page<T>> AsPagesAsync(
            string? continuationToken = null, CancellationToken cancellationToken = default) => pages.ToAsyncEnumerable();
    }

    [Fact]
    public async Task Lists_AndBatches_CanBeMocked()
    {
        var client = Substitute.For<IOneDriveClient>();
        client.Items.ListChildrenAsync(DriveAddress.Me.Root).ReturnsForAnyArgs(
            new FixedPages<DriveItem>(new Page<DriveItem>([new DriveItem { Name = "a" }], ContinuationToken: null)));
        client.Batch.SendAsync(default!, default).ReturnsForAnyArgs(call =>
        {
            var step = (BatchResult<DriveItem>)call.Arg<BatchRequest>().Steps[0];
            step.Succeed(new DriveItem { Name = "b" });
            return Task.CompletedTask;
        });

        var batch = new BatchRequest();
        var found = batch.Get(DriveAddress.Me.Path("/b"));
        await client.Batch.SendAsync(batch);

        Assert.Equal("a", (await client.Items.ListChildrenAsync(DriveAddress.Me.Root).FirstAsync()).Name);
        Assert.Equal("b", found.Result.Name);
    }

    // end
}
