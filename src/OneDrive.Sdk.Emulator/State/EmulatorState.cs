using OneDrive.Sdk.Emulator.Identity;
using OneDrive.Sdk.Emulator.Storage;
using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>Everything that an emulator knows beside its faults and its traffic: what a data folder keeps.</summary>
internal sealed class EmulatorState : IDisposable
{
    private const int StepBetweenSeeds = 7919;

    public EmulatorState(EmulatorOptions options, SavedState saved, string? contentFolder)
    {
        Ledger = new Ledger(isKept: contentFolder is not null);
        Folder = new FolderRecord
        {
            Format = SavedState.Format,
            Opened = saved.Folder.Opened + 1,
            DownloadKey = saved.Folder.DownloadKey,
        };

        // A folder that is opened again must not give the same ids again.
        Ids = new IdSource(unchecked(options.Seed + (saved.Folder.Opened * StepBetweenSeeds)));
        Directory = new DirectoryState(options, Ids, Ledger);
        Applications = new ApplicationTable(options);
        Tokens = new TokenTable(options, Ledger);
        SignIns = new SignInTable(options, Ledger);
        DeviceCodes = new DeviceCodeTable(options);
        SigningKeys = new SigningKeys(Ledger);
        Content = new ContentStore(options, contentFolder);
        Sessions = new UploadSessionTable(options, Ledger);
        Subscriptions = new SubscriptionTable(options.TimeProvider, Ledger);
        Copies = new CopyJobTable(options, Ledger);
    }

    public Ledger Ledger { get; }

    public FolderRecord Folder { get; }

    public IdSource Ids { get; }

    public DirectoryState Directory { get; }

    public ApplicationTable Applications { get; }

    public TokenTable Tokens { get; }

    public SignInTable SignIns { get; }

    public DeviceCodeTable DeviceCodes { get; }

    public SigningKeys SigningKeys { get; }

    public DemandedClaims Claims { get; } = new();

    public ContentStore Content { get; }

    public UploadSessionTable Sessions { get; }

    public SubscriptionTable Subscriptions { get; }

    public CopyJobTable Copies { get; }

    /// <summary>What changed since the last call. Sessions, users and copies come first: the items that they stand for follow.</summary>
    public List<StateEntry> TakeUnsaved()
    {
        var entries = Ledger.Take();
        foreach (var drive in Directory.Trees)
        {
            lock (drive.Gate)
            {
                drive.Unsaved.Collect(entries);
            }
        }

        return entries;
    }

    /// <summary>Everything, in parts that may be written one after the other.</summary>
    public IEnumerable<IReadOnlyList<StateEntry>> SaveAll()
    {
        yield return [new StateEntry { Folder = Folder }];
        foreach (var drive in Directory.Trees)
        {
            List<StateEntry> entries;
            lock (drive.Gate)
            {
                entries = [.. drive.SaveAll()];
            }

            foreach (var part in entries.Chunk(1000))
            {
                yield return part;
            }
        }

        yield return
        [
            .. Directory.SaveAll(),
            .. Sessions.SaveAll(),
            .. SignIns.SaveAll(),
            .. Tokens.SaveAll(),
            .. SigningKeys.SaveAll(),
            .. Subscriptions.SaveAll(),
            .. Copies.SaveAll(),
        ];
    }

    public void Dispose()
    {
        Sessions.Clear();
        Content.Dispose();
        SigningKeys.Dispose();
    }
}
