using OneDrive.Sdk.Emulator.State;
using OneDrive.Sdk.Emulator.Storage;

namespace OneDrive.Sdk.Emulator;

/// <summary>A drive, for the test that owns the emulator: adds content, and reads what a client stored.</summary>
public sealed class EmulatorDrive
{
    private readonly DriveState _state;
    private readonly Actor _actor;

    private readonly ContentStore _content;
    private readonly StateSaver _saver;

    internal EmulatorDrive(DriveState state, EmulatorApplication application, ContentStore content, StateSaver saver)
    {
        (_content, _saver) = (content, saver);
        _state = state;
        _actor = new Actor(application.ClientId, application.DisplayName, state.Owner.UserId, state.Owner.UserName, state.Owner.UserEmail);
    }

    /// <summary>The id.</summary>
    public string Id => _state.Id;

    /// <summary>The kind of drive.</summary>
    public EmulatorDriveType DriveType => _state.Type;

    /// <summary>The quota of the drive, in bytes.</summary>
    public long Quota
    {
        get => _state.Quota;
        set
        {
            lock (_state.Gate)
            {
                _state.Quota = value;
            }

            _saver.Save();
        }
    }

    /// <summary>Adds a file to the drive, and creates its parent folders; an existing file gets the new content.</summary>
    /// <param name="path">The path below the root, with slashes.</param>
    /// <param name="content">The bytes.</param>
    /// <returns>The same drive.</returns>
    public EmulatorDrive WithFile(string path, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Put(path, _content.Keep(content));
    }

    /// <summary>Copies all content of a local folder to the drive, with the times of the files.</summary>
    /// <param name="localFolder">The folder.</param>
    /// <param name="path">The destination folder in the drive; empty for the root.</param>
    /// <returns>The same drive.</returns>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="InvalidOperationException">The drive rejects a name; the message contains it.</exception>
    public EmulatorDrive WithFilesOf(string localFolder, string path = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(localFolder);
        ArgumentNullException.ThrowIfNull(path);
        foreach (var entry in new DirectoryInfo(localFolder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            var names = Path.GetRelativePath(localFolder, entry.FullName).Split(Path.DirectorySeparatorChar).Prepend(path.Trim('/'));
            var place = string.Join('/', names.Where(name => name.Length > 0));
            if (entry is not FileInfo file)
            {
                WithFolder(place);
                continue;
            }

            using var stream = file.OpenRead();
            Put(place, _content.Keep(stream));
            Change(() => Find(place).FileSystemModified = new DateTimeOffset(file.LastWriteTimeUtc));
        }

        return this;
    }

    /// <summary>Creates a folder in the drive, and its parent folders.</summary>
    /// <param name="path">The path below the root, with slashes.</param>
    /// <returns>The same drive.</returns>
    public EmulatorDrive WithFolder(string path)
    {
        var names = Split(path);
        return Change(() => _state.EnsureFolders(_state.Root, names, _actor));
    }

    /// <summary>Finds an item.</summary>
    /// <param name="path">The path below the root, with slashes; empty for the root.</param>
    /// <returns>The item; null when there is none.</returns>
    public EmulatorItem? FindItem(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        lock (_state.Gate)
        {
            return DriveState.FindByPath(_state.Root, path.Split('/', StringSplitOptions.RemoveEmptyEntries)) is { } node
                ? Describe(node)
                : null;
        }
    }

    /// <summary>Lists all items of the drive, folders before their content, without the root.</summary>
    /// <returns>The items.</returns>
    public IReadOnlyList<EmulatorItem> ListItems()
    {
        lock (_state.Gate)
        {
            return [.. _state.Root.SelfAndDescendants().Skip(1).Select(Describe)];
        }
    }

    /// <summary>Deletes an item, as another user would.</summary>
    /// <param name="path">The path below the root, with slashes.</param>
    /// <returns>The same drive.</returns>
    public EmulatorDrive Delete(string path) => Change(() =>
    {
        _state.Remove(Find(path));
        return true;
    });

    /// <summary>
    /// Reports other metadata of a file than its content has, as the service does for documents that it changes and for some photos, until
    /// the content changes.
    /// </summary>
    /// <param name="path">The path below the root, with slashes.</param>
    /// <param name="size">The reported size.</param>
    /// <param name="quickXorHash">The reported QuickXorHash; null for none.</param>
    /// <param name="sha1Hash">The reported SHA-1; null for none.</param>
    /// <returns>The same drive.</returns>
    public EmulatorDrive DescribeContent(string path, long size, string? quickXorHash, string? sha1Hash = null) =>
        Change(() => Find(path).ContentDescription = new ContentDescription(size, quickXorHash, sha1Hash));

    /// <summary>Marks a file as malware: its download is blocked (403 with X-Virus-Infected) until the content changes.</summary>
    /// <param name="path">The path below the root, with slashes.</param>
    /// <returns>The same drive.</returns>
    public EmulatorDrive Infect(string path) => Change(() => Find(path).IsInfected = true);

    /// <summary>Opens the content of a file.</summary>
    /// <param name="path">The path below the root, with slashes.</param>
    /// <returns>A stream of the stored content.</returns>
    /// <exception cref="FileNotFoundException">The file does not exist, or the emulator discards content.</exception>
    public Stream OpenContent(string path)
    {
        lock (_state.Gate)
        {
            return DriveState.FindByPath(_state.Root, Split(path))?.Content?.TryOpenRead()
                ?? throw new FileNotFoundException("The file does not exist, or its content was discarded.", path);
        }
    }

    /// <summary>Reads the content of a file.</summary>
    /// <param name="path">The path below the root, with slashes.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The stored content.</returns>
    /// <exception cref="FileNotFoundException">The file does not exist, or the emulator discards content.</exception>
    public async Task<byte[]> ReadContentAsync(string path, CancellationToken cancellationToken = default)
    {
        var content = OpenContent(path);
        await using var disposal = content.ConfigureAwait(false);
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, cancellationToken).ConfigureAwait(false);
        return memory.ToArray();
    }

    /// <summary>Puts content that arrived into the drive.</summary>
    internal void Keep(string path, StoredContent content)
    {
        try
        {
            Put(path, content);
        }
        catch (InvalidOperationException)
        {
            content.Delete();
            throw;
        }
    }

    private static string[] Split(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return path.Split('/', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } names
            ? names
            : throw new ArgumentException("The path does not identify an item.", nameof(path));
    }

    private EmulatorDrive Put(string path, StoredContent content)
    {
        var names = Split(path);
        return Change(() =>
        {
            var parent = _state.EnsureFolders(_state.Root, names[..^1], _actor);
            return _state.PutFile(parent, names[^1], content, ConflictBehavior.Replace, _actor);
        }, path);
    }

    private ItemNode Find(string path) => DriveState.FindByPath(_state.Root, Split(path))
        ?? throw new FileNotFoundException("The item does not exist.", path);

    private EmulatorDrive Change<T>(Func<T> change, string? path = null)
    {
        try
        {
            lock (_state.Gate)
            {
                change();
            }

            _saver.Save();
            return this;
        }
        catch (GraphError error)
        {
            var what = path is null ? string.Empty : $" '{path}'";
            throw new InvalidOperationException($"The drive rejects{what}: {error.Code}. {error.Message}", error);
        }
    }

    private static EmulatorItem Describe(ItemNode node) => new()
    {
        Id = node.Id,
        Name = node.Name,
        Path = node.GetPath(),
        IsFolder = node.IsFolder,
        Size = node.Size,
        ETag = node.ETag,
        CTag = node.CTag,
        QuickXorHash = node.Content?.QuickXorHash,
        Description = node.Description,
        FileSystemCreated = node.FileSystemCreated,
        FileSystemModified = node.FileSystemModified,
        Content = node.Content,
    };
}
