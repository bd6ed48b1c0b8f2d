namespace OneDrive.Sdk.Transfers;

/// <summary>An upload session that is under way. Not a record: its text would show the address.</summary>
internal sealed class OpenSession(Uri url, DateTimeOffset created, DateTimeOffset? expires, bool isResumed)
{
    internal Uri Url => url;

    internal DateTimeOffset Created => created;

    internal DateTimeOffset? Expires => expires;

    /// <summary>Whether an earlier call began it.</summary>
    internal bool IsResumed => isResumed;

    /// <summary>Whether it was opened to become a file only when it is told to.</summary>
    internal bool IsDeferred { get; init; }

    /// <summary>Whether it was opened for another place, or with another behaviour, than the upload has now.</summary>
    internal bool IsForOtherTarget { get; init; }

    internal OpenSession WithContentHash(string hash) => new(url, created, expires, isResumed)
    {
        // As opened means for the old target.
        IsDeferred = IsDeferred && !IsForOtherTarget,
        ContentHash = hash,
    };

    /// <summary>The hash of what it holds, once it holds everything; null when that is not known.</summary>
    internal string? ContentHash { get; init; }
}
