using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Paging;

/// <summary>Detects lists without progress: a cycle of links, or page after page without new entries.</summary>
/// <param name="start">The link of the first page; null when it is not known.</param>
internal sealed class PageProgress(string? start)
{
    /// <summary>
    /// So many pages in a row may bring nothing new although their links differ: empty ones, where the service filters what it finds, and
    /// ones with the entries of an earlier page, which concurrent changes cause.
    /// </summary>
    private const int MaxPagesWithoutProgress = 1000;

    /// <summary>With so many pages a new one is compared.</summary>
    private const int ComparedPages = 64;

    private readonly LinkLoop _loop = new(start);
    private readonly Queue<int> _recent = new();
    private int _repeated;
    private int _empty;

    /// <summary>Takes note of a page that another one follows.</summary>
    /// <exception cref="OneDriveConnectionException">The list does not get any further.</exception>
    internal void Advance<T>(string operation, IReadOnlyList<T> items, string nextLink)
    {
        if (_loop.Closes(nextLink))
        {
            throw Endless(operation, "the service repeats the next links of earlier pages");
        }

        _empty = items.Count == 0 ? _empty + 1 : 0;
        if (_empty >= MaxPagesWithoutProgress)
        {
            throw Endless(operation, $"the service returned {MaxPagesWithoutProgress} empty pages in a row");
        }

        if (Fingerprint(items) is not { } fingerprint)
        {
            return;
        }

        _repeated = _recent.Contains(fingerprint) ? _repeated + 1 : 0;
        _recent.Enqueue(fingerprint);
        if (_recent.Count > ComparedPages)
        {
            _recent.Dequeue();
        }

        if (_repeated >= MaxPagesWithoutProgress)
        {
            throw Endless(operation, $"the service returned {MaxPagesWithoutProgress} pages in a row with the entries of earlier pages");
        }
    }

    /// <summary>Stands for the versions of all entries in their order; null when there are none, or one has no id.</summary>
    private static int? Fingerprint<T>(IReadOnlyList<T> items)
    {
        var hash = default(HashCode);
        foreach (var item in items)
        {
            if (item is not Entity { Id: { } id })
            {
                return null;
            }

            hash.Add(id, StringComparer.Ordinal);
            hash.Add((item as BaseItem)?.ETag, StringComparer.Ordinal);
        }

        return items.Count > 0 ? hash.ToHashCode() : null;
    }

    private static OneDriveConnectionException Endless(string operation, string reason) =>
        new($"{operation}: the list does not end: {reason}. Try again later.");
}
