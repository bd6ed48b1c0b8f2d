using System.Security.Cryptography;
using Microsoft.Graph;
using Microsoft.Graph.Drives.Item.Items.Item.CreateUploadSession;
using Microsoft.Graph.Models;
using OneDrive.Sdk.Emulator.ClientTests.Support;

namespace OneDrive.Sdk.Emulator.ClientTests.Graph;

/// <summary>Large uploads with the upload task of Microsoft.Graph.</summary>
public sealed class LargeUploadTests(HttpsEmulator https) : IClassFixture<HttpsEmulator>
{
    private const int Slice = 320 * 1024;

    [Fact]
    public async Task Upload_ArrivesWhole()
    {
        using var graph = https.NewGraphClient();
        var user = https.Emulator.AddUser();
        var bytes = RandomNumberGenerator.GetBytes((5 * Slice) + 17);
        using var source = new MemoryStream(bytes);
        var task = new LargeFileUploadTask<DriveItem>(await CreateSessionAsync(graph, user), source, Slice, graph.RequestAdapter);

        var result = await task.UploadAsync();

        Assert.True(result.UploadSucceeded);
        Assert.Equal(bytes.Length, result.ItemResponse.Size);
        user.Drive.VerifyFile("large.bin", bytes);
    }

    [Fact]
    public async Task Upload_ThatIsInterrupted_GoesOnWhereItWas()
    {
        using var graph = https.NewGraphClient();
        var user = https.Emulator.AddUser();
        var bytes = RandomNumberGenerator.GetBytes((5 * Slice) + 17);
        var session = await CreateSessionAsync(graph, user);
        using (var source = new MemoryStream(bytes))
        {
            var first = new LargeFileUploadTask<DriveItem>(session, source, Slice, graph.RequestAdapter);
            using var stop = new CancellationTokenSource();
            var progress = new Interruption(2 * Slice, stop);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.UploadAsync(progress, cancellationToken: stop.Token));
        }

        https.Emulator.Traffic.Clear();
        using var again = new MemoryStream(bytes);
        var second = new LargeFileUploadTask<DriveItem>(session, again, Slice, graph.RequestAdapter);
        var result = await second.ResumeAsync();

        Assert.True(result.UploadSucceeded);
        user.Drive.VerifyFile("large.bin", bytes);
        Assert.True(https.Emulator.Traffic.Of(EmulatorOperation.UploadFragment).Count <= 4);
    }

    [Fact]
    public async Task Upload_ThatIsGivenUp_IsCancelled()
    {
        using var graph = https.NewGraphClient();
        var open = https.Emulator.OpenUploadSessions;
        var session = await CreateSessionAsync(graph, https.Emulator.AddUser());
        using var source = new MemoryStream(new byte[2 * Slice]);
        var task = new LargeFileUploadTask<DriveItem>(session, source, Slice, graph.RequestAdapter);

        Assert.Equal(open + 1, https.Emulator.OpenUploadSessions);
        await task.DeleteSessionAsync();

        Assert.Equal(open, https.Emulator.OpenUploadSessions);
    }

    private static async Task<UploadSession> CreateSessionAsync(GraphServiceClient graph, EmulatorUser user)
        => (await graph.Drives[user.Drive.Id].Items["root"].ItemWithPath("large.bin").CreateUploadSession.PostAsync(
            new CreateUploadSessionPostRequestBody
            {
                Item = new DriveItemUploadableProperties
                {
                    AdditionalData = new Dictionary<string, object> { ["@microsoft.graph.conflictBehavior"] = "replace" },
                },
            }))!;

    /// <summary>Stops an upload as soon as so many bytes are up.</summary>
    private sealed class Interruption(long bytes, CancellationTokenSource stop) : IProgress<long>
    {
        public void Report(long value)
        {
            if (value >= bytes)
            {
                stop.Cancel();
            }
        }
    }
}
