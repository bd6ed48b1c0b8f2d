namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Reads the first page of a list.</summary>
internal static class First
{
    internal static Task OfAsync<T>(Paged<T> list) => OfAsync(list, continuation: null);

    /// <summary>A request that carries the token of a page follows the link of an earlier one, as it is.</summary>
    internal static Task OfAsync<T>(Paged<T> list, Documented r) => OfAsync(list, HasPageToken(r.Request) ? Link(r.Request) : null);

    private static bool HasPageToken(CorpusRequest request) =>
        request.Query.Any(pair => pair.Key.TrimStart('$').Equals("skiptoken", StringComparison.OrdinalIgnoreCase));

    private static string Link(CorpusRequest request) => SentCall.Root + DocumentedAddress.Plain(request.Path.TrimStart('/')) + "?"
        + string.Join('&', request.Query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(DocumentedAddress.Plain(pair.Value))}"));

    private static async Task OfAsync<T>(Paged<T> list, string? continuation)
    {
        await foreach (var page in list.AsPagesAsync(continuation))
        {
            _ = page.Items;
            return;
        }
    }

    internal static async Task OfAsync<T>(IAsyncEnumerable<T> list)
    {
        await foreach (var page in list)
        {
            _ = page;
            return;
        }
    }
}
