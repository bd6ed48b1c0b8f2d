using System.Runtime.CompilerServices;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Paging;

/// <summary>A list whose pages name the next one by a link that is followed as it is.</summary>
internal sealed class LinkedPages<T>(
    GraphTransport transport, Func<CancellationToken, ValueTask<GraphCall<CollectionPage<T>>>> firstPage) : Paged<T>
{
    public override async IAsyncEnumerable<Page<T>> AsPagesAsync(
        string? continuationToken = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var call = await firstPage(cancellationToken).ConfigureAwait(false);
        var link = continuationToken;
        var progress = new PageProgress(link ?? transport.AddressOf(call).AbsoluteUri);
        do
        {
            var page = link is null
                ? await transport.SendAsync(call, cancellationToken).ConfigureAwait(false)
                : await transport.FollowAsync(Address(link, continuationToken), call, cancellationToken).ConfigureAwait(false);
            if (page.NextLink is { } next)
            {
                progress.Advance(call.Operation, page.Value, next);
            }

            link = page.NextLink;
            yield return new Page<T>(page.Value, link);
        }
        while (link is not null);
    }

    private static Uri Address(string link, string? continuationToken) => Uri.TryCreate(link, UriKind.Absolute, out var address)
        ? address
        : link == continuationToken
            ? throw new ArgumentException("The value is not a continuation token of this list. Use the ContinuationToken of a page of the "
                + "same list.", nameof(continuationToken))
            : throw new OneDriveConnectionException("The service returned a next link without an address.") { IsTransient = false };
}
