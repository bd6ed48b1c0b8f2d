using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Graph.Drives.Item.Items.Item.CreateUploadSession;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using OneDrive.Sdk.Emulator.ClientTests.Support;

namespace OneDrive.Sdk.Emulator.ClientTests.Documentation;

/// <summary>The side of Microsoft.Graph in docs/migrating-from-microsoft-graph.md, run against the emulator.</summary>
public sealed class MicrosoftGraphSnippets(HttpsEmulator https) : IClassFixture<HttpsEmulator>
{
    [Fact]
    public async Task Transfers_Work()
    {
        using var graph = https.NewGraphClient();
        var user = https.Emulator.AddUser();
        var driveId = user.Drive.Id;
        var path = Path.GetTempFileName();
        var copy = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, new byte[5 * 1024 * 1024]);

        // begin: their upload
        using var content = File.OpenRead(path);
        var body = new CreateUploadSessionPostRequestBody
        {
            Item = new DriveItemUploadableProperties
            {
                AdditionalData = new Dictionary<string, object> { ["@microsoft.graph.conflictBehavior"] = "replace" },
            },
        };
        var session = await graph.Drives[driveId].Items["root"].ItemWithPath("Backups/db.bak").CreateUploadSession.PostAsync(body);
        var task = new LargeFileUploadTask<DriveItem>(session!, content, 32 * 320 * 1024, graph.RequestAdapter);
        var upload = await task.UploadAsync(new Progress<long>(sent => Console.WriteLine(sent)));
        Console.WriteLine(upload.ItemResponse.Name);
        // end
        Assert.True(upload.UploadSucceeded);

        // begin: their download
        await using var stream = await graph.Drives[driveId].Items["root"].ItemWithPath("Backups/db.bak").Content.GetAsync();
        await using var target = File.Create(copy);
        await stream!.CopyToAsync(target);
        // end
        Assert.Equal(new FileInfo(path).Length, target.Length);
        File.Delete(path);
        File.Delete(copy);
    }

    [Fact]
    public async Task Paging_Works()
    {
        using var graph = https.NewGraphClient();
        var user = https.Emulator.AddUser();
        user.Drive.WithFile("many/1.txt", [1]).WithFile("many/2.txt", [1]).WithFile("many/3.txt", [1]);
        var driveId = user.Drive.Id;
        var names = new List<string?>();

        // begin: their paging
        var folder = await graph.Drives[driveId].Items["root"].ItemWithPath("many").GetAsync();
        var first = await graph.Drives[driveId].Items[folder!.Id].Children.GetAsync();
        var pages = PageIterator<DriveItem, DriveItemCollectionResponse>.CreatePageIterator(
            graph,
            first!,
            item =>
            {
                names.Add(item.Name);
                return true;
            });
        await pages.IterateAsync();
        // end
        Assert.Equal(3, names.Count);
    }

    [Fact]
    public async Task Delta_Works()
    {
        using var graph = https.NewGraphClient();
        var user = https.Emulator.AddUser();
        user.Drive.WithFile("a.txt", [1]);
        var driveId = user.Drive.Id;
        string? deltaLink = null;

        // begin: their delta
        var root = graph.Drives[driveId].Items["root"];
        var page = deltaLink is null
            ? await root.Delta.GetAsDeltaGetResponseAsync()
            : await root.Delta.WithUrl(deltaLink).GetAsDeltaGetResponseAsync();
        while (true)
        {
            foreach (var item in page!.Value!)
            {
                Console.WriteLine($"{item.Name} {(item.Deleted is null ? "exists" : "is deleted")}");
            }

            if (page.OdataNextLink is null)
                break;
            page = await root.Delta.WithUrl(page.OdataNextLink).GetAsDeltaGetResponseAsync();
        }

        deltaLink = page.OdataDeltaLink;
        // end
        Assert.NotNull(deltaLink);
    }

    [Fact]
    public async Task Batch_Works()
    {
        using var graph = https.NewGraphClient();
        var user = https.Emulator.AddUser();
        user.Drive.WithFile("a.txt", [1]).WithFile("b.txt", [1]);
        var driveId = user.Drive.Id;

        // begin: their batch
        var root = graph.Drives[driveId].Items["root"];
        var batch = new BatchRequestContentCollection(graph);
        var first = await batch.AddBatchRequestStepAsync(root.ItemWithPath("a.txt").ToGetRequestInformation());
        var second = await batch.AddBatchRequestStepAsync(root.ItemWithPath("b.txt").ToGetRequestInformation());
        var answers = await graph.Batch.PostAsync(batch);
        var a = await answers.GetResponseByIdAsync<DriveItem>(first);
        var b = await answers.GetResponseByIdAsync<DriveItem>(second);
        Console.WriteLine($"{a.Name}, {b.Name}");
        // end
        Assert.Equal("b.txt", b.Name);
    }

    [Fact]
    public async Task Errors_Work()
    {
        using var graph = https.NewGraphClient();
        var user = https.Emulator.AddUser();
        var driveId = user.Drive.Id;
        DriveItem? found = new();

        // begin: their errors
        try
        {
            found = await graph.Drives[driveId].Items["root"].ItemWithPath("missing.txt").GetAsync();
        }
        catch (ODataError error) when (error.ResponseStatusCode == 404)
        {
            found = null;
        }

        // end
        Assert.Null(found);
    }

    /// <summary>Compiled only: it signs in to the real service.</summary>
    internal static GraphServiceClient CreateClient(string tenantId, string clientId, string clientSecret)
    {
        // begin: their client
        var credential = new ClientSecretCredential(tenantId, clientId, clientSecret);
        var graph = new GraphServiceClient(credential);
        // end
        return graph;
    }
}
