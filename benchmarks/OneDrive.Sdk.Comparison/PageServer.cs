using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.Comparison;

/// <summary>Answers pages of 200 items from memory; <see cref="TransferAnswers"/> answers transfers.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    internal const int ItemsPerPage = 200;

    private readonly WebApplication _application;
    private readonly Dictionary<string, byte[]> _items = new(StringComparer.Ordinal);

    private PageServer(WebApplication application)
    {
        _application = application;
        foreach (var work in (string[])["list", "distinct", "select", "delta", "first"])
        {
            var items = Enumerable.Range(1, work == "first" ? 1 : ItemsPerPage).Select(number => Item(number, work));
            _items[work] = Encoding.UTF8.GetBytes(string.Join(',', items));
        }
    }

    internal Uri Address => new(_application.Urls.First());

    internal static async Task<PageServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var application = builder.Build();
        var server = new PageServer(application);
        application.Map("/{**path}", server.AnswerAsync);
        await application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    /// <summary>The drive is the kind of work; the page and the last page are in the query.</summary>
    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (await TransferAnswers.TryAnswerAsync(context, path))
            return;
        var work = _items.Keys.First(key => path.Contains($"/{key}/", StringComparison.Ordinal));
        var page = Number(context.Request.Query["page"], 1);
        var last = Number(context.Request.Query["last"], Number(path.Split("items/")[1].Split('/')[0], 1));
        var link = $"{context.Request.Scheme}://{context.Request.Host}{path}?page={page + 1}&last={last}";
        var end = page < last ? $",\"@odata.nextLink\":\"{link}\"}}"
            : work == "delta" ? $",\"@odata.deltaLink\":\"{link}\"}}" : "}";
        var start = "{\"@odata.context\":\"https://h/$metadata\",\"value\":["u8;
        byte[] body = [.. start, .. _items[work], .. "]"u8, .. Encoding.UTF8.GetBytes(end)];
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static string Item(int number, string work)
    {
        if (work == "select")
        {
            return $$$"""{"@odata.etag":"\"{6E1F8A34-0000-0000-0000-{{{number:D12}}}},3\"","id":"01NKDM7HMOJTVYMDOSXFDK2QJDXCDI{{{number:D4}}}","name":"Report {{{number}}}.xlsx","size":{{{number * 1024L}}}}""";
        }

        var other = work == "distinct" ? number : 0;
        return $$$"""
            {"@microsoft.graph.downloadUrl":"https://contoso.sharepoint.example/_layouts/15/download.aspx?UniqueId={{{number:D36}}}&tempauth={{{new string('x', 300)}}}","createdDateTime":"2024-05-01T10:00:00Z","eTag":"\"{6E1F8A34-0000-0000-0000-{{{number:D12}}}},3\"","id":"01NKDM7HMOJTVYMDOSXFDK2QJDXCDI{{{number:D4}}}","lastModifiedDateTime":"2024-05-02T11:30:00Z","name":"Report {{{number}}}.xlsx","webUrl":"https://contoso.sharepoint.example/Documents/Report%20{{{number}}}.xlsx","cTag":"\"c:{6E1F8A34-0000-0000-0000-{{{number:D12}}}},5\"","size":{{{number * 1024L}}},"createdBy":{"user":{"email":"adele{{{other}}}@contoso.example","id":"48d31887-0000-0000-0000-{{{other:D12}}}","displayName":"Adele Vance {{{other}}}"}},"lastModifiedBy":{"user":{"email":"alex{{{other}}}@contoso.example","id":"51c2a0f3-0000-0000-0000-{{{other:D12}}}","displayName":"Alex Wilber {{{other}}}"}},"parentReference":{"driveType":"business","driveId":"b!drive","id":"01NKDM7HN6Y2GOVW7725BZO354PWSE{{{other:D4}}}","path":"/drive/root:/Folder {{{other}}}"},"file":{"mimeType":"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet","hashes":{"quickXorHash":"AAAAAAAAAAAAAAAAAAAAAAAAAAA="}},"fileSystemInfo":{"createdDateTime":"2024-05-01T10:00:00Z","lastModifiedDateTime":"2024-05-02T11:30:00Z"}}
            """;
    }
}
