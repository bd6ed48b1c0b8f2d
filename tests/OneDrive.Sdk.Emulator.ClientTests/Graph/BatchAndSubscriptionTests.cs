using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using OneDrive.Sdk.Emulator.ClientTests.Support;

namespace OneDrive.Sdk.Emulator.ClientTests.Graph;

/// <summary>Batches and webhooks with Microsoft.Graph.</summary>
public sealed class BatchAndSubscriptionTests(HttpsEmulator https) : IClassFixture<HttpsEmulator>
{
    [Fact]
    public async Task Batch_AnswersEachStep()
    {
        using var graph = https.NewGraphClient();
        var user = https.Emulator.AddUser();
        user.Drive.WithFile("a.txt", [1]);
        var root = graph.Drives[user.Drive.Id].Items["root"];
        var batch = new BatchRequestContentCollection(graph);
        var drive = await batch.AddBatchRequestStepAsync(graph.Drives[user.Drive.Id].ToGetRequestInformation());
        var children = await batch.AddBatchRequestStepAsync(root.Children.ToGetRequestInformation());
        var folder = await batch.AddBatchRequestStepAsync(
            root.Children.ToPostRequestInformation(new DriveItem { Name = "new", Folder = new Folder() }));
        var missing = await batch.AddBatchRequestStepAsync(root.ItemWithPath("missing").ToGetRequestInformation());

        var answers = await graph.Batch.PostAsync(batch);
        var statuses = await answers.GetResponsesStatusCodesAsync();

        Assert.Equal(user.Drive.Id, (await answers.GetResponseByIdAsync<Drive>(drive)).Id);
        Assert.Single((await answers.GetResponseByIdAsync<DriveItemCollectionResponse>(children)).Value!);
        Assert.Equal("new", (await answers.GetResponseByIdAsync<DriveItem>(folder)).Name);
        Assert.Equal(HttpStatusCode.NotFound, statuses[missing]);
    }

    [Fact]
    public async Task Subscription_IsMadeRenewedListedAndDeleted()
    {
        using var graph = https.NewGraphClient();
        using var receiver = new TcpListener(IPAddress.Loopback, 0);
        receiver.Start();
        var answering = AnswerValidationAsync(receiver);
        var now = TimeProvider.System.GetUtcNow();
        var made = await graph.Subscriptions.PostAsync(new Subscription
        {
            ChangeType = "updated",
            NotificationUrl = $"http://127.0.0.1:{((IPEndPoint)receiver.LocalEndpoint).Port}/notify",
            Resource = $"/drives/{https.Emulator.DefaultUser.Drive.Id}/root",
            ExpirationDateTime = now.AddHours(1),
            ClientState = "state",
        });
        await answering;
        var renewed = await graph.Subscriptions[made!.Id].PatchAsync(new Subscription { ExpirationDateTime = now.AddHours(2) });
        var all = await graph.Subscriptions.GetAsync();
        await graph.Subscriptions[made.Id].DeleteAsync();

        Assert.True(renewed!.ExpirationDateTime > made.ExpirationDateTime);
        Assert.Contains(all!.Value!, one => one.Id == made.Id);
        Assert.DoesNotContain((await graph.Subscriptions.GetAsync())!.Value!, one => one.Id == made.Id);
    }

    private static async Task AnswerValidationAsync(TcpListener receiver)
    {
        using var connection = await receiver.AcceptTcpClientAsync();
        await using var stream = connection.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var line = await reader.ReadLineAsync() ?? string.Empty;
        while (await reader.ReadLineAsync() is { Length: > 0 })
        {
        }

        var token = Uri.UnescapeDataString(line.Split("validationToken=")[1].Split(' ', '&')[0]);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {token.Length}\r\nConnection: close\r\n\r\n{token}"));
    }
}
