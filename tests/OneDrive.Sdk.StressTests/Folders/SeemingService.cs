using System.Globalization;
using System.Net;
using System.Text;

namespace OneDrive.Sdk.StressTests.Folders;

/// <summary>A service without a socket and without a memory: it makes up lists of empty files while they are read.</summary>
internal sealed class SeemingService(FolderShape shape) : HttpMessageHandler
{
    private const int PageSize = 200;
    private const string Root = "many";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        await Task.Yield();
        var response = Answer(request, request.RequestUri!.AbsolutePath, body);
        response.RequestMessage = request;
        return response;
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, string path, string body)
    {
        if (path.EndsWith(":/content", StringComparison.Ordinal))
            return Json(HttpStatusCode.Created, File("new"));
        if (path.Contains(":/file", StringComparison.Ordinal))
            return Json(HttpStatusCode.OK, File("asked for"));
        if (!path.EndsWith("/children", StringComparison.Ordinal))
            return Json(HttpStatusCode.OK, FolderOf(Root));
        return request.Method == HttpMethod.Post
            ? Json(HttpStatusCode.Created, FolderOf($"made {body.Length}"))
            : Json(HttpStatusCode.OK, Page(request.RequestUri!, isRoot: path.Contains(Root, StringComparison.Ordinal)));
    }

    private string Page(Uri address, bool isRoot)
    {
        var count = isRoot ? shape.Folders : shape.FilesInEach;
        var mark = address.Query.IndexOf("skip=", StringComparison.Ordinal);
        var first = mark < 0 ? 0 : int.Parse(address.Query.AsSpan(mark + "skip=".Length), CultureInfo.InvariantCulture);
        var next = Math.Min(first + PageSize, count);
        var items = Enumerable.Range(first, next - first).Select(index => isRoot ? FolderOf($"folder {index}") : File($"file {index}"));
        var link = next < count ? $",\"@odata.nextLink\":\"{address.GetLeftPart(UriPartial.Path)}?skip={next}\"" : "";
        return $"{{\"value\":[{string.Join(',', items)}]{link}}}";
    }

    private static string FolderOf(string name) => Item(name, "\"folder\":{}");

    private static string File(string name) => Item(name, "\"size\":0,\"file\":{}");

    private static string Item(string name, string facets) =>
        $"{{\"id\":\"{name.Replace(' ', '-')}\",\"name\":\"{name}\",{facets},\"parentReference\":{{\"driveId\":\"drive\"}}}}";

    private static HttpResponseMessage Json(HttpStatusCode status, string text) =>
        new(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
}
