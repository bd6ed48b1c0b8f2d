using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>Which bytes are downloaded: the file, and the version of its content. Nothing in it is a secret.</summary>
internal sealed record DownloadVersion
{
    private const int CurrentRules = 1;

    public required string DriveId { get; init; }

    public required string ItemId { get; init; }

    public required string ContentTag { get; init; }

    public required long Size { get; init; }

    /// <summary>
    /// Which rules the bytes were accepted by; 0 in files of version 0.1.0-alpha.1, which took pages and truncated bodies for content.
    /// </summary>
    public int Rules { get; init; }

    /// <summary>The tag that came with the bytes.</summary>
    public string? BytesTag { get; init; }

    /// <summary>The length that came with the bytes; that of some documents is not the size that is said of them.</summary>
    public long? BytesLength { get; init; }

    /// <summary>Null when the description does not tell versions apart.</summary>
    internal static DownloadVersion? Of(DriveItem item, string? bytesTag, long? bytesLength) =>
        item is { ParentReference.DriveId: { Length: > 0 } driveId, Id: { Length: > 0 } itemId, Size: { } size }
            && ContentTagOf(item) is { Length: > 0 } contentTag
            ? new DownloadVersion
            {
                DriveId = driveId,
                ItemId = itemId,
                ContentTag = contentTag,
                Size = size,
                Rules = CurrentRules,
                BytesTag = bytesTag,
                BytesLength = bytesLength,
            }
            : null;

    /// <summary>Whether two descriptions are of the same bytes; null when they do not tell.</summary>
    internal static bool? HaveSameContent(DriveItem one, DriveItem other)
    {
        if (one.CTag is { Length: > 0 } && other.CTag is { Length: > 0 })
            return one.CTag == other.CTag;
        if (one.ETag is { Length: > 0 } && one.ETag == other.ETag)
            return true;
        var (hash, otherHash) = (ContentVerification.HashOf(one), ContentVerification.HashOf(other));
        if (hash is not null && otherHash is not null)
            return hash == otherHash && one.Size == other.Size;
        return one.Size is not null && other.Size is not null && one.Size != other.Size ? false : null;
    }

    internal static string? ContentTagOf(DriveItem item) => item.CTag ?? item.ETag;

    /// <summary>Whether the bytes are of this file in this version, and may be continued.</summary>
    /// <param name="item">The file as it is now.</param>
    /// <param name="isProvedByHash">Whether a hash will prove the whole; without one, bytes of unknown origin are not continued.</param>
    internal bool Describes(DriveItem item, bool isProvedByHash) =>
        Of(item, BytesTag, BytesLength) == this with { Rules = CurrentRules } && (isProvedByHash || Rules == CurrentRules);
}
