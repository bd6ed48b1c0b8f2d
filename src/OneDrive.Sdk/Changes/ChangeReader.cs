using System.Runtime.CompilerServices;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Changes;

/// <summary>Walks through pages of changes by the links that the service gives, which are followed as they are or not at all.</summary>
internal sealed class ChangeReader(GraphTransport transport)
{
    internal async IAsyncEnumerable<ChangePage> ReadAsync(
        GraphCall<CollectionPage<DriveItem>> call, Uri? since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var link = since?.OriginalString;
        var loop = new LinkLoop(link);
        bool isLast;
        do
        {
            var page = await GetPageAsync(call, link, cancellationToken).ConfigureAwait(false);
            isLast = page.NextLink is null;
            link = NextOf(call.Operation, page);
            if (!isLast && loop.Closes(link))
            {
                throw new OneDriveConnectionException(
                    $"{call.Operation}: the service leads in a circle, from page to page and back; the changes cannot be completed.");
            }

            yield return new ChangePage(WithoutRepetition(page.Value), new DeltaCheckpoint(link), isLast);
        }
        while (!isLast);
    }

    internal async Task<DeltaCheckpoint> GetLatestAsync(GraphCall<CollectionPage<DriveItem>> call, CancellationToken cancellationToken)
    {
        var page = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return new DeltaCheckpoint(NextOf(call.Operation, page));
    }

    /// <summary>The address that a checkpoint stands for.</summary>
    /// <exception cref="ArgumentException">The checkpoint is not one that a page gave.</exception>
    internal static Uri Address(DeltaCheckpoint checkpoint) =>
        Uri.TryCreate(checkpoint.Value, UriKind.Absolute, out var address) && address.Scheme != Uri.UriSchemeFile
            ? address
            : throw new ArgumentException("This is not a checkpoint that a page of changes gave.", nameof(checkpoint));

    private async Task<CollectionPage<DriveItem>> GetPageAsync(
        GraphCall<CollectionPage<DriveItem>> call, string? link, CancellationToken cancellationToken) =>
        link is null
            ? await transport.SendAsync(call, cancellationToken).ConfigureAwait(false)
            : await transport.FollowAsync(Address(new DeltaCheckpoint(link)), call, cancellationToken).ConfigureAwait(false);

    /// <summary>An empty page is not the end; only a delta link is.</summary>
    private static string NextOf(string operation, CollectionPage<DriveItem> page)
    {
        var link = page.NextLink ?? page.DeltaLink;
        return Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme != Uri.UriSchemeFile
            ? link
            : throw new OneDriveConnectionException(
                $"{operation}: the answer holds no link to go on with; nobody could tell where the next changes begin.");
    }

    /// <summary>The last occurrence of an id is the true one.</summary>
    private static List<DriveItem> WithoutRepetition(IReadOnlyList<DriveItem> items)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var kept = new List<DriveItem>(items.Count);
        for (var index = items.Count - 1; index >= 0; index--)
        {
            if (items[index].Id is not { } id || seen.Add(id))
            {
                kept.Add(items[index]);
            }
        }

        kept.Reverse();
        return kept;
    }
}
