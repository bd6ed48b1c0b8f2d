using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>Which bytes are downloaded: the file, and the version of its content. Nothing in it is a secret.</summary>
internal sealed record DownloadVersion
{
    public required string DriveId { get; init; }

    public required string ItemId { get; init; }

    public required string ContentTag { get; init; }

    public required long Size { get; init; }

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
                BytesTag = bytesTag,
                BytesLength = bytesLength,
            }
            : null;

    internal static string? ContentTagOf(DriveItem item) => item.CTag ?? item.ETag;

    internal bool Describes(DriveItem item) => Of(item, BytesTag, BytesLength) == this;
}
