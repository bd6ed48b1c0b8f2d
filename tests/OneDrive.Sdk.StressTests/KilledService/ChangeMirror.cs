namespace OneDrive.Sdk.StressTests.KilledService;

/// <summary>A drive as a reader of its changes knows it, who has one checkpoint from the first day to the last.</summary>
internal sealed class ChangeMirror(OneDriveClient client, ItemAddress root)
{
    private readonly Dictionary<string, string> _items = new(StringComparer.Ordinal);
    private DeltaCheckpoint? _checkpoint;

    internal async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        await foreach (var page in client.Changes.ReadAsync(root, _checkpoint, cancellationToken: cancellationToken))
        {
            foreach (var item in page.Items)
            {
                if (item.Deleted is null)
                    _items[item.Id!] = Describe(item);
                else
                    _items.Remove(item.Id!);
            }

            _checkpoint = page.Checkpoint;
        }

        var there = new Dictionary<string, string>(StringComparer.Ordinal);
        await AddAsync(root, there, cancellationToken);
        var known = _items.Where(item => item.Value.Length > 0).ToDictionary(StringComparer.Ordinal);
        return known.Count == there.Count && there.All(item => known.TryGetValue(item.Key, out var value) && value == item.Value)
            ? null
            : $"the changes lead to {known.Count} items, and {there.Count} are there, or some of them differ";
    }

    private async Task AddAsync(ItemAddress folder, Dictionary<string, string> there, CancellationToken cancellationToken)
    {
        await foreach (var item in client.Items.ListChildrenAsync(folder).WithCancellation(cancellationToken))
        {
            there[item.Id!] = Describe(item);
            if (item.Folder is not null)
                await AddAsync(folder.Child(item.Name!), there, cancellationToken);
        }
    }

    // Of a folder only the name: its tags change with what is in it. Of the root nothing.
    private static string Describe(Models.DriveItem item) =>
        item.Root is not null ? string.Empty
        : item.Folder is not null ? item.Name!
        : $"{item.Name} {item.ETag} {item.File?.Hashes?.QuickXorHash}";
}
