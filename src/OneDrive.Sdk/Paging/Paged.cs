namespace OneDrive.Sdk;

/// <summary>
/// A list that the service hands out in pages; each enumeration asks the service anew, page by page, as the caller goes on.
/// </summary>
/// <typeparam name="T">The type of the entries.</typeparam>
public abstract class Paged<T> : IAsyncEnumerable<T>
{
    /// <summary>The list page by page, for callers that show pages or that go on later from where they stopped.</summary>
    /// <param name="continuationToken">The token of the page before the first one wanted; null starts at the beginning.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The pages in order.</returns>
    public abstract IAsyncEnumerable<Page<T>> AsPagesAsync(string? continuationToken = null, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPagesAsync(continuationToken: null, cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items)
                yield return item;
        }
    }
}
