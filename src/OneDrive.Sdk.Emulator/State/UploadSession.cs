namespace OneDrive.Sdk.Emulator.State;

/// <summary>A file that arrives in fragments. Fragments of one session take turns.</summary>
internal sealed class UploadSession(string id, string secret, DriveState drive, DateTimeOffset expires) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile bool _isClosed;
    private volatile bool _keepContent;

    public string Id { get; } = id;

    /// <summary>The part of the upload URL that gives access; never recorded.</summary>
    public string Secret { get; } = secret;

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

    /// <summary>Ends the session; content that was not handed to an item is deleted, by whoever has the turn if somebody has it.</summary>
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
