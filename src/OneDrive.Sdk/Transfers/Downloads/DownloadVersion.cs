using System.Text.Json;
using OneDrive.Sdk.Json;
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

    /// <exception cref="JsonException">It is not a version.</exception>
    internal static DownloadVersion Read(ReadOnlySpan<byte> json) => AnswerReader.Read(json, Read);

    internal byte[] ToJson() => JsonBytes.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("driveId", DriveId);
        writer.WriteString("itemId", ItemId);
        writer.WriteString("contentTag", ContentTag);
        writer.WriteNumber("size", Size);
        if (Rules > 0)
            writer.WriteNumber("rules", Rules);
        writer.Text("bytesTag", BytesTag);
        writer.Number("bytesLength", BytesLength);
        writer.WriteEndObject();
    });

    /// <summary>Whether the bytes are of this file in this version, and may be continued.</summary>
    /// <param name="item">The file as it is now.</param>
    /// <param name="isProvedByHash">Whether a hash will prove the whole; without one, bytes of unknown origin are not continued.</param>
    internal bool Describes(DriveItem item, bool isProvedByHash) =>
        Of(item, BytesTag, BytesLength) == this with { Rules = CurrentRules } && (isProvedByHash || Rules == CurrentRules);

    private static DownloadVersion Read(ref ModelReader reader)
    {
        string? drive = null, item = null, content = null, bytes = null;
        long? size = null, length = null;
        int? rules = null;
        while (reader.NextMember())
        {
            switch (reader.Name)
            {
                case "driveId": drive = reader.Text(); break;
                case "itemId": item = reader.Text(); break;
                case "contentTag": content = reader.Text(); break;
                case "size": size = reader.LargeWhole(); break;
                case "rules": rules = reader.Whole(); break;
                case "bytesTag": bytes = reader.Text(); break;
                case "bytesLength": length = reader.LargeWhole(); break;
                default: reader.Skip(); break;
            }
        }

        return new DownloadVersion
        {
            DriveId = JsonBytes.Required(drive, "driveId"),
            ItemId = JsonBytes.Required(item, "itemId"),
            ContentTag = JsonBytes.Required(content, "contentTag"),
            Size = JsonBytes.Required(size, "size"),
            Rules = rules ?? 0,
            BytesTag = bytes,
            BytesLength = length,
        };
    }
}
