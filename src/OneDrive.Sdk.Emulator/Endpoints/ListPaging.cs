using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Cuts a list into pages. The link to the next page is the same request with an opaque $skiptoken.</summary>
internal static class ListPaging
{
    private const int LargestPage = 999;
    private const string TokenPrefix = "page:";

    public static JsonObject Render<T>(
        Exchange exchange,
        IReadOnlyList<T> entries,
        int defaultSize,
        Func<T, JsonObject> render,
        string? pathToken = null,
        bool linksWithoutQuery = false)
    {
        var start = ReadToken(pathToken ?? exchange.Query.Option("skiptoken"));
        var size = ReadTop(exchange.Query.Option("top"), defaultSize);
        var page = new JsonArray();
        for (var index = start; index < entries.Count && index - start < size; index++)
        {
            page.Add((JsonNode)render(entries[index]));
        }

        var json = new JsonObject { ["@odata.context"] = $"{exchange.BaseUrl}/v1.0/$metadata#Collection" };
        if (exchange.IsCounting || exchange.Query["$count"] == "true")
        {
            json["@odata.count"] = entries.Count;
        }

        json["value"] = page;
        if (start + size < entries.Count)
        {
            json["@odata.nextLink"] = linksWithoutQuery && (pathToken is not null || exchange.Target.RawQuery.Length == 0)
                ? $"{exchange.BaseUrl}{exchange.Target.RawPath.Split("&skipToken=")[0]}&skipToken={Token(start + size)}"
                : NextLink(exchange, start + size);
        }

        return json;
    }

    private static string NextLink(Exchange exchange, int start)
    {
        var token = Token(start);
        var others = exchange.Target.RawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !Uri.UnescapeDataString(pair).TrimStart('$').StartsWith("skiptoken=", StringComparison.OrdinalIgnoreCase));
        return $"{exchange.BaseUrl}{exchange.Target.RawPath}?{string.Join('&', others.Append("$skiptoken=" + token))}";
    }

    private static string Token(int start)
        => Convert.ToBase64String(Encoding.ASCII.GetBytes(TokenPrefix + start.ToString(CultureInfo.InvariantCulture))).TrimEnd('=');

    private static int ReadToken(string? token)
    {
        if (token is null)
        {
            return 0;
        }

        var buffer = new byte[token.Length + 3];
        var padded = token.PadRight((token.Length + 3) / 4 * 4, '=');
        if (Convert.TryFromBase64String(padded, buffer, out var length)
            && Encoding.ASCII.GetString(buffer, 0, length) is var text
            && text.StartsWith(TokenPrefix, StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(TokenPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var start))
        {
            return start;
        }

        throw GraphError.InvalidRequest("Invalid paging token.");
    }

    public static int ReadTop(string? top, int defaultSize)
    {
        if (top is null)
        {
            return defaultSize;
        }

        return int.TryParse(top, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0
            ? Math.Min(size, LargestPage)
            : throw GraphError.InvalidRequest($"'{top}' is not a valid page size.", "invalidQueryOption");
    }
}
