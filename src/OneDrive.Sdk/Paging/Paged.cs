namespace OneDrive.Sdk;

/// <summary>A list that the service returns in pages. Each enumeration requests the pages again, as the caller consumes them.</summary>
/// <typeparam name="T">The type of the entries.</typeparam>
public abstract class Paged<T> : IAsyncEnumerable<T>
{
    /// <summary>Enumerates the pages, for callers that show pages or resume later.</summary>
    /// <param name="continuationToken">The token of the previous page; null to start at the beginning.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The pages in order.</returns>
    /// <example>
    /// <code>
    /// var folder = client.Items.ListChildrenAsync(DriveAddress.Me.Path("/many"), new ListChildrenOptions { PageSize = 2 });
    /// await foreach (var page in folder.AsPagesAsync(continuationToken: token))
    /// {
    ///     shown.AddRange(page.Items.Select(item =&gt; item.Name));
    ///     token = page.ContinuationToken; // Pass it back to continue, in any process; null on the last page.
    ///     break;
    /// }
    /// </code>
    /// </example>
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
