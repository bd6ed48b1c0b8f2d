using System.Text;
using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.FieldTests.Attacks;

/// <summary>The token of a sharing link grants access: it stands in no message and no log.</summary>
public sealed class ShareTokenTests
{
    private const string Secret = "AkNNdXktc2VjcmV0";

    private static readonly string Encoded =
        "u!" + Convert.ToBase64String(Encoding.UTF8.GetBytes("https://1drv.ms/u/" + Secret)).TrimEnd('=');

    public static TheoryData<bool> BothForms => [true, false];

    [Theory]
    [MemberData(nameof(BothForms))]
    [FieldCase(
        "H9", "H3", Source = "own",
        Report = "The connection breaks repeatedly at `/shares/s!…` or `/shares/u!…`.",
        Right = "Message, log and span contain `shares/***`.")]
    public async Task GetSharedItemAsync_WhenTheConnectionBreaks_SaysNothingOfTheToken(bool isById)
    {
        await using var service = new ScriptedService(_ => Answer.Break);

        await AssertSilentAsync(service, client => client.Items.GetAsync(Shared(isById)));
    }

    [Theory]
    [MemberData(nameof(BothForms))]
    [FieldCase("H9", "H3")]
    public async Task GetSharedItemAsync_WhenTheServiceRepeatsTheToken_SaysNothingOfIt(bool isById)
    {
        await using var service = new ScriptedService(request =>
            Answer.Error(404, "itemNotFound", $"No share {Uri.UnescapeDataString(request.Path.Split('/')[3])} at {request.Path}."));

        await AssertSilentAsync(service, client => client.Items.GetAsync(Shared(isById)));
    }

    [Theory]
    [MemberData(nameof(BothForms))]
    [FieldCase(
        "H3.share-unreadable", "H3", Source = "own",
        Report = "A share returns text that is not JSON, or a link to another host.",
        Right = "The message contains the share as `shares/***`.")]
    public async Task ListChildrenAsync_OfAShare_WhenTheAnswerIsUnreadable_SaysNothingOfTheToken(bool isById)
    {
        await using var service = new ScriptedService(_ => Answer.Json("{"));

        await AssertSilentAsync(
            service, async client => await client.Items.ListChildrenAsync(Shared(isById)).GetAsyncEnumerator().MoveNextAsync());
    }

    [Theory]
    [InlineData("v1.0/shares/s!" + Secret + "/driveItem")]
    [InlineData("v1.0/Shares/" + Secret)]
    [InlineData("v1.0/shares('s!" + Secret + "')/driveItem")]
    [InlineData("v1.0/shares/s%21" + Secret + "/root")]
    [FieldCase(
        "H3.share-by-hand", "H3", Source = "own",
        Report = "The application creates the request to a share itself, in another form, and the connection breaks.",
        Right = "The token is removed in every form.")]
    public async Task SendAsync_ToAShare_WhenTheConnectionBreaks_SaysNothingOfTheToken(string path)
    {
        await using var service = new ScriptedService(_ => Answer.Break);

        await AssertSilentAsync(service, async client =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, service.At(path));
            await client.SendAsync(request);
        });
    }

    private static ItemAddress Shared(bool isById) =>
        isById ? ItemAddress.SharedById("s!" + Secret) : ItemAddress.Shared(new Uri("https://1drv.ms/u/" + Secret));

    private static async Task AssertSilentAsync(ScriptedService service, Func<OneDriveClient, Task> send)
    {
        using var log = new RecordingLoggerFactory();
        using var client = FieldClient.Create(service, options => options.LoggerFactory = log);

        var failure = await Assert.ThrowsAnyAsync<OneDriveException>(() => send(client));

        var said = failure + string.Join('\n', log.Entries);
        Assert.DoesNotContain(Secret, said, StringComparison.Ordinal);
        Assert.DoesNotContain(Encoded[2..], said, StringComparison.Ordinal);
    }
}
