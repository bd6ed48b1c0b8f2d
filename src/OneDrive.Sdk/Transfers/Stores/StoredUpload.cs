using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// A record as it is written down. In a file all of it but the sealed address is readable, and all of it is bound to the sealed address.
/// </summary>
internal sealed class StoredUpload
{
    internal const int CurrentFormat = 1;

    public required int Format { get; init; }

    public required string Key { get; init; }

    public required long Version { get; init; }

    public required string Destination { get; init; }

    public string? ItemName { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<ConflictBehavior>))]
    public required ConflictBehavior Conflict { get; init; }

    public required long Length { get; init; }

    public string? SourceFingerprint { get; init; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? Expires { get; init; }

    public bool? DeferCommit { get; init; }

    public string? ContentHash { get; init; }

    public string? IfMatch { get; init; }

    public string? IfNoneMatch { get; init; }

    public FileSystemTimes? Times { get; init; }

    public string? Description { get; init; }

    public bool? ExistedBefore { get; init; }

    public string? ContentTagBefore { get; init; }

    public FileSystemTimes? TimesBefore { get; init; }

    public long? AcknowledgedLength { get; init; }

    public string? AcknowledgedHash { get; init; }

    public long? SentLength { get; init; }

    public string? SentHash { get; init; }

    /// <summary>Nonce, tag and cipher text of the upload URL.</summary>
    public byte[]? SealedUploadUrl { get; set; }

    /// <summary>The upload URL itself, where the record is sealed as a whole.</summary>
    public string? UploadUrl { get; set; }

    /// <summary>Takes over everything but the address.</summary>
    internal static StoredUpload Of(UploadSessionRecord record) => new()
    {
        Format = CurrentFormat,
        Key = record.Key,
        Version = record.Version,
        Destination = record.Destination,
        ItemName = record.ItemName,
        Conflict = record.Conflict,
        Length = record.Length,
        SourceFingerprint = record.SourceFingerprint,
        Created = record.Created,
        Expires = record.Expires,
        DeferCommit = record.DeferCommit ? true : null,
        ContentHash = record.ContentHash,
        IfMatch = record.IfMatch,
        IfNoneMatch = record.IfNoneMatch,
        Times = record.Times,
        Description = record.Description,
        ExistedBefore = record.ExistedBefore,
        ContentTagBefore = record.ContentTagBefore,
        TimesBefore = record.TimesBefore,
        AcknowledgedLength = record.AcknowledgedLength > 0 ? record.AcknowledgedLength : null,
        AcknowledgedHash = record.AcknowledgedHash,
        SentLength = record.SentLength > 0 ? record.SentLength : null,
        SentHash = record.SentHash,
    };

    internal UploadSessionRecord ToRecord(string uploadUrl) => new()
    {
        Key = Key,
        Version = Version,
        Destination = Destination,
        ItemName = ItemName,
        Conflict = Conflict,
        Length = Length,
        SourceFingerprint = SourceFingerprint,
        UploadUrl = new Uri(uploadUrl),
        Created = Created,
        Expires = Expires,
        DeferCommit = DeferCommit ?? false,
        ContentHash = ContentHash,
        IfMatch = IfMatch,
        IfNoneMatch = IfNoneMatch,
        Times = Times,
        Description = Description,
        ExistedBefore = ExistedBefore,
        ContentTagBefore = ContentTagBefore,
        TimesBefore = TimesBefore,
        AcknowledgedLength = AcknowledgedLength ?? 0,
        AcknowledgedHash = AcknowledgedHash,
        SentLength = SentLength ?? 0,
        SentHash = SentHash,
    };

    /// <summary>Returns a fixed text: it may hold an upload URL.</summary>
    public override string ToString() => "[REDACTED]";
}
