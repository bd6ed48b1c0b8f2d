using System.Collections.Immutable;

namespace OneDrive.Sdk.StressTests.KilledService;

/// <summary>
/// A folder in which one operation follows the other. What it must hold is known, except that the operation that was under way when the
/// service was killed may have been done or not, as a whole.
/// </summary>
internal sealed class Lane(OneDriveClient client, ItemAddress folder, string store, int number, Random random)
{
    private const int Names = 6;
    private const int Unit = OneDriveTransferOptions.FragmentAlignment;

    private ImmutableDictionary<string, Content> _before = ImmutableDictionary<string, Content>.Empty;
    private ImmutableDictionary<string, Content> _after = ImmutableDictionary<string, Content>.Empty;
    private (string Name, Content Content)? _interrupted;

    internal int Operations { get; private set; }

    internal int Resumed { get; private set; }

    private string Key => $"lane-{number}";

    private string Source => Path.Combine(store, Key);

    /// <summary>Works until the service is gone.</summary>
    internal async Task WorkAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await (_interrupted is { } upload
                    ? FinishAsync(upload.Name, upload.Content, cancellationToken)
                    : StepAsync(cancellationToken));
                _before = _after;
                Operations++;
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or OneDriveConnectionException)
        {
            // The service was killed.
        }
    }

    /// <summary>Compares what the service holds with what it acknowledged.</summary>
    internal async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        var found = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var items = await client.Items.FindAsync(folder, cancellationToken: cancellationToken) is null
            ? []
            : await ListAsync(cancellationToken);
        foreach (var item in items)
        {
            using var bytes = new MemoryStream();
            await client.Content.DownloadAsync(folder.Child(item.Name!), bytes, cancellationToken: cancellationToken);
            found[item.Name!] = Convert.ToBase64String(bytes.ToArray());
        }

        var isBefore = IsEqual(found, _before);
        if (!isBefore && !IsEqual(found, _after))
        {
            return $"lane {number}: holds {Write(found.Keys)}, "
                + $"and should hold {Write(_before.Keys)} or {Write(_after.Keys)}, byte for byte";
        }


        _before = _after = isBefore ? _before : _after;
        _interrupted = isBefore ? _interrupted : null;
        return null;
    }

    private async Task<List<Models.DriveItem>> ListAsync(CancellationToken cancellationToken)
    {
        var items = new List<Models.DriveItem>();
        await foreach (var item in client.Items.ListChildrenAsync(folder).WithCancellation(cancellationToken))
            items.Add(item);
        return items;
    }

    private Task StepAsync(CancellationToken cancellationToken)
    {
        var name = $"{random.Next(Names)} ü.bin";
        var other = $"{random.Next(Names)} ü.bin";
        return random.Next(10) switch
        {
            < 2 => PutAsync(name, new Content(random.Next(), random.Next(4)), cancellationToken),
            < 4 => PutAsync(name, new Content(random.Next(), random.Next(Unit)), cancellationToken),
            < 7 => UploadAsync(name, new Content(random.Next(), Unit + random.Next(6 * Unit)), cancellationToken),
            7 when _before.ContainsKey(name) => DeleteAsync(name, cancellationToken),
            _ when _before.ContainsKey(name) && !_before.ContainsKey(other) =>
                RenameAsync(name, other, cancellationToken),
            _ => PutAsync(name, new Content(random.Next(), 0), cancellationToken),
        };
    }

    private async Task PutAsync(string name, Content content, CancellationToken cancellationToken)
    {
        _after = _before.SetItem(name, content);
        var options = new UploadOptions { Conflict = ConflictBehavior.Replace };
        await client.Content.UploadAsync(folder.Child(name), new MemoryStream(content.ToBytes()), options, cancellationToken);
    }

    private async Task UploadAsync(string name, Content content, CancellationToken cancellationToken)
    {
        await File.WriteAllBytesAsync(Source, content.ToBytes(), CancellationToken.None);
        await FinishAsync(name, content, cancellationToken);
    }

    /// <summary>Uploads a file that the next process goes on with when this one does not come to the end.</summary>
    private async Task FinishAsync(string name, Content content, CancellationToken cancellationToken)
    {
        _interrupted = (name, content);
        _after = _before.SetItem(name, content);
        var options = new UploadOptions { Conflict = ConflictBehavior.Replace, ResumeKey = Key };
        var result = await client.Content.UploadFileAsync(folder.Child(name), Source, options, cancellationToken);
        Resumed += result.ResumedFrom > 0 ? 1 : 0;
        _interrupted = null;
    }

    private Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        _after = _before.Remove(name);
        return client.Items.DeleteAsync(folder.Child(name), cancellationToken: cancellationToken);
    }

    private async Task RenameAsync(string name, string newName, CancellationToken cancellationToken)
    {
        _after = _before.Remove(name).Add(newName, _before[name]);
        await client.Items.UpdateAsync(folder.Child(name), new ItemChanges { Name = newName }, cancellationToken: cancellationToken);
    }

    private static bool IsEqual(ImmutableDictionary<string, string>.Builder found, ImmutableDictionary<string, Content> expected) =>
        found.Count == expected.Count
        && expected.All(file => found.TryGetValue(file.Key, out var bytes) && bytes == Convert.ToBase64String(file.Value.ToBytes()));

    private static string Write(IEnumerable<string> names) => $"[{string.Join(", ", names.Order(StringComparer.Ordinal))}]";
}
