namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Reads the first page of a list.</summary>
internal static class First
{
    internal static async Task OfAsync<T>(Paged<T> list)
    {
        await foreach (var page in list.AsPagesAsync())
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
