using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>A file that arrives in fragments. Fragments of one session take turns.</summary>
internal sealed class UploadSession(string id, byte[] secretHash, DriveState drive, DateTimeOffset expires) : IDisposable
{
    /// <summary>See https://support.microsoft.com/office/64883a5d-228e-48f5-b3d2-eb39e07630fa.</summary>
    private const long LongestFile = 250L * 1024 * 1024 * 1024;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile bool _isClosed;
    private volatile bool _keepContent;

    /// <summary>Rejects what no file can hold.</summary>
    public static void RequirePossibleLength(long length)
    {
        if (length > LongestFile)
        {
            throw GraphError.FileTooLarge("250 GB");
        }
    }

    public string Id { get; } = id;

    /// <summary>The hash of the part of the upload URL that gives access; the part itself only its client knows.</summary>
    public byte[] SecretHash { get; } = secretHash;

    /// <summary>The session as it is to be saved.</summary>
    public SessionRecord? Record { get; private set; }

    public DriveState Drive { get; } = drive;

    public DateTimeOffset Expires { get; set; } = expires;

    /// <summary>The folder that will hold the file.</summary>
    public required ItemNode Parent { get; init; }

    public required string Name { get; init; }

    /// <summary>The file to be replaced, when the session was opened on an item.</summary>
    public ItemNode? Target { get; init; }

    public required ConflictBehavior Conflict { get; init; }

    public string? IfMatch { get; init; }

    public string? IfNoneMatch { get; init; }

    public required Actor Actor { get; init; }

    public required ItemFacts Facts { get; init; }

    public bool DeferCommit { get; init; }

    /// <summary>The size of the whole file, known from the first fragment on.</summary>
    public long? Total { get; set; }

    public ContentWriter? Writer { get; set; }

    /// <summary>The whole file, from the last fragment on, until it is committed.</summary>
    public StoredContent? Finished { get; set; }

    /// <summary>Whether the file could not be made when its last byte came or when it was committed.</summary>
    public bool WasRefused { get; set; }

    public bool IsRevoked { get; set; }

    public bool IsClosed => _isClosed;

    public long Received => Finished?.Length ?? Writer?.Length ?? 0;

    /// <summary>Records the current state of the session. Called in its turn, or before the session is visible to others.</summary>
    public SessionRecord TakeDown() => Record = new SessionRecord
    {
        Id = Id,
        SecretHash = Convert.ToHexString(SecretHash),
        DriveId = Drive.Id,
        Expires = Expires,
        ParentId = Parent.Id,
        Name = Name,
        TargetId = Target?.Id,
        Conflict = Conflict,
        IfMatch = IfMatch,
        IfNoneMatch = IfNoneMatch,
        Actor = Actor,
        Facts = Facts,
        DeferCommit = DeferCommit,
        Total = Total,
        Partial = Finished is null ? Writer?.ToRecord() : null,
        Finished = Finished?.ToRecord(),
        WasRefused = WasRefused,
    };

    /// <summary>Resumes a saved session; null if its content no longer exists.</summary>
    public static UploadSession? Restore(SessionRecord record, DriveState drive, ItemNode parent, ContentStore store)
    {
        var session = new UploadSession(record.Id, Convert.FromHexString(record.SecretHash), drive, record.Expires)
        {
            Parent = parent,
            Name = record.Name,
            Target = record.TargetId is null ? null : drive.FindById(record.TargetId),
            Conflict = record.Conflict,
            IfMatch = record.IfMatch,
            IfNoneMatch = record.IfNoneMatch,
            Actor = record.Actor,
            Facts = record.Facts,
            DeferCommit = record.DeferCommit,
            Total = record.Total,
            WasRefused = record.WasRefused,
            Writer = record.Partial is null ? null : store.Find(record.Partial, drive.Type),
            Finished = record.Finished is null ? null : store.Find(record.Finished),
        };
        var hasLostTarget = record.TargetId is not null && session.Target is null;
        var hasLostBytes = (record.Partial is not null && session.Writer is null)
            || (record.Finished is not null && session.Finished is null);
        return hasLostTarget || hasLostBytes ? null : session;
    }

    /// <summary>Ends the session; content that was not handed to an item is deleted, by anyone who has the turn if a user has it.</summary>
    public void Close(bool keepContent)
    {
        _keepContent = keepContent;
        _isClosed = true;
        CleanUpWhenIdle();
    }

    public Task TakeTurnAsync(CancellationToken cancellationToken) => _turn.WaitAsync(cancellationToken);

    public void LeaveTurn()
    {
        _turn.Release();
        CleanUpWhenIdle();
    }

    public void Dispose()
    {
        Writer?.Dispose();
        _turn.Dispose();
    }

    /// <summary>Stops using the session, and leaves its bytes where they are.</summary>
    public void Leave() => Writer?.Leave();

    private void CleanUpWhenIdle()
    {
        if (!_isClosed || !_turn.Wait(0, CancellationToken.None))
        {
            return;
        }

        Writer?.Dispose();
        if (!_keepContent)
        {
            Finished?.Delete();
        }

        _turn.Release();
    }
}
