using System.Net;
using System.Reflection;
using System.Runtime;
using System.Runtime.Loader;
using System.Text;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Tests.Http;

namespace OneDrive.Sdk.Tests.Json;

/// <summary>What reading costs, as far as it is the same on each machine. docs/performance.md has the rest.</summary>
public class ReadingBudgetTests
{
    private const int Items = 200;

    [Theory]
    [InlineData(false, 2_300)]
    [InlineData(true, 3_400)]
    public void ReadingAPage_AllocatesLittleMoreThanWhatItKeeps(bool isDistinct, int bytesPerItem)
    {
        var page = Page(isDistinct);
        Read(page);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(page);

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Items, 500, bytesPerItem);
    }

    [Fact]
    public async Task ListingThroughTheClient_AllocatesNoPage()
    {
        using var transport = new PageTransport(Page(isDistinct: false));
        using var client = new OneDriveClient(new CountingTokens(), transport: transport);
        await ListAsync(client);

        var before = GC.GetAllocatedBytesForCurrentThread();
        await ListAsync(client);

        // A page of 340 KB on the large object heap would show here, and collections of generation 2 with it.
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Items, 500, 2_500);
    }

    [Fact]
    public void EqualIdentitiesOfAPage_AreOneObject()
    {
        var page = Read(Page(isDistinct: false));

        Assert.Same(page.Value[2].CreatedBy, page.Value[4].CreatedBy);
        Assert.Same(page.Value[2].ParentReference, page.Value[4].ParentReference);
        Assert.Same(page.Value[2].File!.MimeType, page.Value[4].File!.MimeType);
    }

    [Fact]
    public void TheFirstItem_CompilesFewMethods()
    {
        var context = new AssemblyLoadContext("fresh");
        var assembly = context.LoadFromAssemblyPath(typeof(DriveItem).Assembly.Location);
        var read = assembly.GetType("OneDrive.Sdk.Models.DriveItem")!
            .GetMethod("Read", BindingFlags.Static | BindingFlags.NonPublic)!;
        var answers = assembly.GetType("OneDrive.Sdk.Json.AnswerReader")!.GetMethod("Read", BindingFlags.Static | BindingFlags.NonPublic)!;
        var reading = read.CreateDelegate(assembly.GetType("OneDrive.Sdk.Json.ModelRead`1")!.MakeGenericType(read.ReturnType));
        var item = Encoding.UTF8.GetBytes(Item(1, isDistinct: true));

        var before = JitInfo.GetCompiledMethodCount(currentThread: true);
        Call(answers.MakeGenericMethod(read.ReturnType), reading, item);

        Assert.InRange(JitInfo.GetCompiledMethodCount(currentThread: true) - before, 20, 160);
    }

    [Fact]
    public void TheAssembly_IsSmall()
    {
#if DEBUG
        const int Largest = 1_900_000;
#else
        const int Largest = 1_680_000;
#endif
        Assert.InRange(new FileInfo(typeof(DriveItem).Assembly.Location).Length, 500_000, Largest);
    }

    // A span cannot be passed by reflection; a delegate type of the fresh assembly can be bound to it.
    private static void Call(MethodInfo answers, Delegate reading, byte[] body)
    {
        var type = typeof(Reading<,>).MakeGenericType(answers.ReturnType, reading.GetType());
        typeof(ReadingBudgetTests).GetMethod(nameof(Invoke), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(answers.ReturnType, reading.GetType())
            .Invoke(null, [answers.CreateDelegate(type), reading, body]);
    }

    private delegate T Reading<T, TRead>(ReadOnlySpan<byte> body, TRead read, bool mayBeEmpty);

    private static void Invoke<T, TRead>(Reading<T, TRead> answers, TRead reading, byte[] body) =>
        Assert.NotNull(answers(body, reading, mayBeEmpty: false));

    private static async Task ListAsync(OneDriveClient client)
    {
        var count = 0;
        await foreach (var page in client.Items.ListChildrenAsync(DriveAddress.Me.Root).AsPagesAsync())
            count += page.Items.Count;
        Assert.Equal(Items, count);
    }

    private static CollectionPage<DriveItem> Read(byte[] page) => AnswerReader.Read(page, Pages.Of(DriveItem.Read));

    private static byte[] Page(bool isDistinct) => Encoding.UTF8.GetBytes(
        $$"""{"@odata.context":"x","value":[{{string.Join(',', Enumerable.Range(1, Items).Select(number => Item(number, isDistinct)))}}]}""");

    private static string Item(int number, bool isDistinct)
    {
        var other = isDistinct ? number : 0;
        return $$$"""
            {"@microsoft.graph.downloadUrl":"https://contoso.sharepoint.example/_layouts/15/download.aspx?UniqueId={{{number:D36}}}&tempauth={{{new string('x', 300)}}}",
            "@odata.etag":"\"{6E1F8A34-0000-0000-0000-{{{number:D12}}},3\"","createdDateTime":"2024-05-01T10:00:00Z",
            "eTag":"\"{6E1F8A34-0000-0000-0000-{{{number:D12}}},3\"","id":"01NKDM7HMOJTVYMDOSXFDK2QJDXCDI{{{number:D4}}}",
            "lastModifiedDateTime":"2024-05-02T11:30:00Z","name":"Report {{{number}}}.xlsx",
            "webUrl":"https://contoso.sharepoint.example/Documents/Report%20{{{number}}}.xlsx","cTag":"\"c:{6E1F8A34-0000-0000-0000-{{{number:D12}}},5\"",
            "size":{{{number * 1024L}}},
            "createdBy":{"user":{"email":"adele{{{other}}}@contoso.example","id":"48d31887-{{{other:D20}}}","displayName":"Adele Vance {{{other}}}"}},
            "lastModifiedBy":{"user":{"email":"alex{{{other}}}@contoso.example","id":"51c2a0f3-{{{other:D20}}}","displayName":"Alex Wilber {{{other}}}"}},
            "parentReference":{"driveType":"business","driveId":"b!drive","id":"01NKDM7HN6Y2GOVW7725BZO354PWSE{{{other:D4}}}","path":"/drive/root:/{{{other}}}"},
            "file":{"mimeType":"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet","hashes":{"quickXorHash":"AAAAAAAAAAAAAAAAAAAAAAAAAAA="}},
            "fileSystemInfo":{"createdDateTime":"2024-05-01T10:00:00Z","lastModifiedDateTime":"2024-05-02T11:30:00Z"}}
            """;
    }

    private sealed class PageTransport(byte[] page) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new ByteArrayContent(page) });
    }
}
