using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OneDrive.Sdk.Comparison;

/// <summary>
/// The least of a service for transfers: takes content without looking at it, and gives bytes that are all zero. Below <c>/slow</c> each
/// answer takes 40 ms, as over a long line.
/// </summary>
internal static class TransferAnswers
{
    internal const string Slow = "/slow";

    internal static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(40);

    private const string Expiry = "\"expirationDateTime\":\"2099-01-01T00:00:00Z\"";

    private static readonly byte[] Zeros = new byte[64 * 1024];

    internal static async Task<bool> TryAnswerAsync(HttpContext context, string path)
    {
        var isSlow = path.StartsWith(Slow, StringComparison.Ordinal);
        if (!isSlow && !path.Contains("/transfer", StringComparison.Ordinal))
            return false;
        var content = isSlow ? await ReadAsync(context.Request) : [];
        if (isSlow)
            await Task.Delay(RoundTrip);
        var root = $"{context.Request.Scheme}://{context.Request.Host}{(isSlow ? Slow : "")}";
        if (path.EndsWith("/createUploadSession", StringComparison.Ordinal))
            await WriteAsync(context, 200, Session(root));
        else if (path.EndsWith("/$batch", StringComparison.Ordinal))
            await WriteAsync(context, 200, Batch(content, root));
        else if (path.Contains("/transfer/up", StringComparison.Ordinal))
            await TakeAsync(context, content, isSlow);
        else if (path.EndsWith("/transfer/bytes", StringComparison.Ordinal))
            await GiveAsync(context, long.Parse(context.Request.Query["length"]!, CultureInfo.InvariantCulture));
        else if (path.EndsWith("content", StringComparison.Ordinal))
            context.Response.Redirect($"{root}/transfer/bytes?length={LengthOf(path)}");
        else if (path.EndsWith("/children", StringComparison.Ordinal))
            await WriteAsync(context, 200, """{"value":[]}""");
        else
            await WriteAsync(context, 200, isSlow ? Item("folder", 0, "folder") : Item("1", LengthOf(path), "file"));
        return true;
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content);
        return content.ToArray();
    }

    private static async Task TakeAsync(HttpContext context, byte[] content, bool isSlow)
    {
        if (context.Request.Method != "PUT")
        {
            context.Response.StatusCode = 204;
            return;
        }

        if (!isSlow)
            await context.Request.BodyReader.CopyToAsync(Stream.Null);
        var range = context.Request.Headers.ContentRange.ToString().Split(' ', '-', '/');
        var (next, length) = range.Length < 4 ? (content.Length, content.Length)
            : (long.Parse(range[2], CultureInfo.InvariantCulture) + 1, long.Parse(range[3], CultureInfo.InvariantCulture));
        if (next == length)
            await WriteAsync(context, 201, Item(Guid.NewGuid().ToString("N"), length, "file", isSlow ? Hash(content) : null));
        else
            await WriteAsync(context, 202, $$"""{{{Expiry}},"nextExpectedRanges":["{{next}}-"]}""");
    }

    private static async Task GiveAsync(HttpContext context, long length)
    {
        context.Response.ContentLength = length;
        context.Response.ContentType = "application/octet-stream";
        context.Response.Headers.ETag = "\"1\"";
        for (var left = length; left > 0; left -= Zeros.Length)
            await context.Response.Body.WriteAsync(Zeros.AsMemory(0, (int)Math.Min(left, Zeros.Length)));
    }

    private static string Batch(byte[] content, string root)
    {
        var responses = new JsonArray();
        foreach (var request in JsonNode.Parse(content)!["requests"]!.AsArray())
        {
            responses.Add(new JsonObject
            {
                ["id"] = (string?)request!["id"],
                ["status"] = 200,
                ["headers"] = new JsonObject { ["Content-Type"] = "application/json" },
                ["body"] = JsonNode.Parse(((string)request["url"]!).EndsWith("createUploadSession", StringComparison.Ordinal)
                    ? Session(root) : Item("1", 1, "file")),
            });
        }

        return new JsonObject { ["responses"] = responses }.ToJsonString();
    }

    private static string Session(string root) =>
        $$"""{"uploadUrl":"{{root}}/transfer/up/{{Guid.NewGuid():N}}",{{Expiry}},"nextExpectedRanges":["0-"]}""";

    /// <summary>The name of a file says how long it is: <c>…/root:/transfer/{length}:/content</c>.</summary>
    private static long LengthOf(string path) =>
        long.TryParse(path.Split("/transfer/")[^1].Split(':')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length : 0;

    // The hash of zeros is zero but for the length at its end, as the hash of all of this content is.
    private static string Item(string id, long length, string facet, string? hash = null) =>
        $$$"""
        {"id":"{{{id}}}","name":"{{{length}}}","size":{{{length}}},"eTag":"1","cTag":"1","{{{facet}}}":{{{Facet(facet, length, hash)}}},
        "parentReference":{"driveId":"d","driveType":"business","path":"/drive/root:"}}
        """;

    private static string Facet(string facet, long length, string? hash) =>
        facet == "folder" ? "{}" : $$$"""{"hashes":{"quickXorHash":"{{{hash ?? HashOfZeros(length)}}}"}}""";

    private static string HashOfZeros(long length)
    {
        var hash = new byte[QuickXorHash.HashSizeInBytes];
        BitConverter.TryWriteBytes(hash.AsSpan(12), length);
        return Convert.ToBase64String(hash);
    }

    private static string Hash(byte[] content) => Convert.ToBase64String(QuickXorHash.HashData(content));

    private static Task WriteAsync(HttpContext context, int status, string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body).AsTask();
    }
}
