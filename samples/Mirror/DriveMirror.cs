namespace OneDrive.Sdk.Mirror;

/// <summary>Keeps a local folder like one of the drive: first what changed is written down, then the disk is made like it.</summary>
internal sealed class DriveMirror : IDisposable
{
    private readonly IOneDriveClient _client;
    private readonly ItemAddress _folder;
    private readonly string _root;
    private readonly TimeProvider _time;
    private readonly Catalog _catalog;
    private readonly FileStream _lock;

    internal DriveMirror(IOneDriveClient client, ItemAddress folder, string root, TimeProvider time)
    {
        (_client, _folder, _root, _time) = (client, folder, Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)), time);
        var state = Path.Combine(_root, LocalNaming.StateFolder);
        Directory.CreateDirectory(state);

        // Two mirrors of one folder would undo each other's work.
        _lock = new FileStream(Path.Combine(state, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        _catalog = new Catalog(Path.Combine(state, "catalog.db"));
    }

    internal async Task<Tally> RunAsync(CancellationToken cancellationToken)
    {
        var tally = new Tally();
        await new ChangePull(_client, _folder, _catalog, tally).RunAsync(cancellationToken);
        await new Reconciler(_client, _catalog, _root, _time, tally).RunAsync(cancellationToken);
        return tally;
    }

    public void Dispose()
    {
        _catalog.Dispose();
        _lock.Dispose();
    }
}
