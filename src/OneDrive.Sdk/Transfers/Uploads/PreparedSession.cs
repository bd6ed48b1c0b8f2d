namespace OneDrive.Sdk.Transfers;

/// <summary>An upload session that was created before its upload. Not a record, because its text would contain the URL.</summary>
internal sealed class PreparedSession(Uri url, DateTimeOffset? expires, long askedAt, FileSystemTimes? times)
{
    private int _isTaken;

    internal Uri Url => url;

    internal DateTimeOffset? Expires => expires;

    /// <summary>When it was requested, by our own clock.</summary>
    internal long AskedAt => askedAt;

    /// <summary>The state of the destination before; null if unknown.</summary>
    internal DestinationSnapshot? Before { get; init; }

    /// <summary>Takes the session, once, to use or to delete it.</summary>
    internal bool TryTake() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    /// <summary>Takes the session for an upload, unless the file has other times by now.</summary>
    internal bool TryTake(UploadOptions options) =>
        options.Times?.Created == times?.Created && options.Times?.LastModified == times?.LastModified && TryTake();
}
