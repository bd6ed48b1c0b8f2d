namespace OneDrive.Sdk.Transfers;

/// <summary>An open upload session. Not a record, because its text would contain the URL.</summary>
internal sealed class OpenSession(Uri url, DateTimeOffset created, DateTimeOffset? expires, bool isResumed)
{
    internal Uri Url => url;

    /// <summary>When it was opened, by the service's clock as far as that is known.</summary>
    internal DateTimeOffset Created => created;

    internal DateTimeOffset? Expires => expires;

    /// <summary>Whether an earlier call began it.</summary>
    internal bool IsResumed => isResumed;

    /// <summary>When this call requested it, by our own clock.</summary>
    internal long AskedAt { get; init; }

    /// <summary>Whether it was opened to become a file only when it is told to.</summary>
    internal bool IsDeferred { get; init; }

    /// <summary>Whether it was opened for another place, or with another behavior, than the upload has now.</summary>
    internal bool IsForOtherTarget { get; init; }

    /// <summary>What stood at the destination before it was opened; null when that is not known.</summary>
    internal DestinationSnapshot? Before { get; init; }

    /// <summary>Whether this call sent the last byte to it, or an earlier one did.</summary>
    internal bool SentLastByte { get; set; }

    /// <summary>The hash of its content, once it holds everything; null when that is not known.</summary>
    internal string? ContentHash { get; init; }

    /// <summary>What an earlier call had sent before its last fragment; null when that is not known.</summary>
    internal PrefixHash? Acknowledged { get; init; }

    /// <summary>What an earlier call had sent with its last fragment, of which the service may have all, a part or nothing.</summary>
    internal PrefixHash? Sent { get; init; }

    internal OpenSession WithContentHash(string hash) => new(url, created, expires, isResumed)
    {
        AskedAt = AskedAt,

        // As opened means for the old target.
        IsDeferred = IsDeferred && !IsForOtherTarget,
        Before = Before,
        SentLastByte = true,
        ContentHash = hash,
    };
}
