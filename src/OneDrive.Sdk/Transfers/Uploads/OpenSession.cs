namespace OneDrive.Sdk.Transfers;

/// <summary>An open upload session. Not a record, because its text would contain the URL.</summary>
internal sealed class OpenSession(Uri url, DateTimeOffset created, DateTimeOffset? expires, bool isResumed)
{
    internal Uri Url => url;

    /// <summary>When it was created, by the service's clock if it is known.</summary>
    internal DateTimeOffset Created => created;

    internal DateTimeOffset? Expires => expires;

    /// <summary>Whether an earlier call began it.</summary>
    internal bool IsResumed => isResumed;

    /// <summary>When this call requested it, by our own clock.</summary>
    internal long AskedAt { get; init; }

    /// <summary>Whether its commit was deferred.</summary>
    internal bool IsDeferred { get; init; }

    /// <summary>Whether it was created for another destination or conflict behavior than the upload has now.</summary>
    internal bool IsForOtherTarget { get; init; }

    /// <summary>The state of the destination before it was created; null if unknown.</summary>
    internal DestinationSnapshot? Before { get; init; }

    /// <summary>Whether this or an earlier call sent the last byte.</summary>
    internal bool SentLastByte { get; set; }

    /// <summary>The hash of its complete content; null if unknown.</summary>
    internal string? ContentHash { get; init; }

    /// <summary>The bytes that an earlier call sent before its last fragment; null if unknown.</summary>
    internal PrefixHash? Acknowledged { get; init; }

    /// <summary>
    /// The bytes that an earlier call sent with its last fragment, which the service may have received completely, in part or not at all.
    /// </summary>
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
