using System.Runtime.CompilerServices;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Paging;

namespace OneDrive.Sdk.Changes;

/// <summary>Reads pages of changes by following the links of the service unchanged.</summary>
internal sealed class ChangeReader(GraphTransport transport)
{
    internal async IAsyncEnumerable<ChangePage> ReadAsync(
        GraphCall<CollectionPage<DriveItem>> call, Uri? since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var link = since?.OriginalString;
        var progress = new PageProgress(link ?? transport.AddressOf(call).AbsoluteUri);
        bool isLast;
        do
        {
            var page = await GetPageAsync(call, link, cancellationToken).ConfigureAwait(false);
            isLast = page.NextLink is null;
            link = NextOf(call.Operation, page);
            if (!isLast)
            {
                progress.Advance(call.Operation, page.Value, link);
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
        !Uri.TryCreate(checkpoint.Value, UriKind.Absolute, out var address) || address.Scheme == Uri.UriSchemeFile
            ? throw new ArgumentException("The value is not a checkpoint of this list of changes. Use the Checkpoint of a page of "
                + "changes.", nameof(checkpoint))
        : AsksForLatest(address)
            ? throw new ArgumentException(
                "The checkpoint contains token=latest, which never returns a change. Start with a new checkpoint.", nameof(checkpoint))
        : address;

    private async Task<CollectionPage<DriveItem>> GetPageAsync(
        GraphCall<CollectionPage<DriveItem>> call, string? link, CancellationToken cancellationToken) =>
        link is null
            ? await transport.SendAsync(call, cancellationToken).ConfigureAwait(false)
            : await transport.FollowAsync(Address(new DeltaCheckpoint(link)), call, cancellationToken).ConfigureAwait(false);

    /// <summary>An empty page is not the end; only a delta link is.</summary>
    private static string NextOf(string operation, CollectionPage<DriveItem> page)
    {
        var link = page.NextLink ?? page.DeltaLink;
        if (!Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Scheme == Uri.UriSchemeFile)
        {
            throw new OneDriveConnectionException(
                $"{operation}: the response contains neither a next link nor a delta link, so the next changes cannot be read.");
        }

        return page.NextLink is null && AsksForLatest(address)
            ? throw new OneDriveConnectionException(
                $"{operation}: the delta link of the service contains token=latest, which never returns a change, and "
                + "the SDK does not edit links. Read the changes from the beginning, without a checkpoint.")
            { IsTransient = false }
            : link;
    }

    /// <summary>Whether a link requests "now" each time it is followed: <c>?token=latest</c> or <c>delta(token='latest')</c>.</summary>
    private static bool AsksForLatest(Uri address)
    {
        var function = Uri.UnescapeDataString(address.Segments[^1]);
        return Array.Exists(address.Query.TrimStart('?').Split('&'), IsLatest)
            || (function.Contains("delta(", StringComparison.OrdinalIgnoreCase)
                && Array.Exists(function[(function.IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd(')').Split(','), IsLatest));
    }

    private static bool IsLatest(string parameter) =>
        Uri.UnescapeDataString(parameter).Split('=', 2) is [var name, var value]
        && name.Trim().TrimStart('$').Equals("token", StringComparison.OrdinalIgnoreCase)
        && value.Trim().Trim('\'').Equals("latest", StringComparison.OrdinalIgnoreCase);

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
