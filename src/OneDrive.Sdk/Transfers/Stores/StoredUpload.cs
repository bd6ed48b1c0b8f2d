using System.Text.Json;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The stored form of a record. In a file everything except the encrypted URL is readable, and everything is authenticated with it.
/// </summary>
internal sealed class StoredUpload
{
    internal const int CurrentFormat = 1;

    private StoredUpload(ref ModelReader reader)
    {
        Key = Destination = "";
        int? format = null;
        long? version = null, length = null;
        DateTimeOffset? created = null;
        while (reader.NextMember())
        {
            switch (reader.Name)
            {
                case "format": format = reader.Whole(); break;
                case "key": Key = reader.Text() ?? ""; break;
                case "version": version = reader.LargeWhole(); break;
                case "destination": Destination = reader.Text() ?? ""; break;
                case "itemName": ItemName = reader.Text(); break;
                case "conflict": Conflict = ReadConflict(reader.Text()); break;
                case "length": length = reader.LargeWhole(); break;
                case "sourceFingerprint": SourceFingerprint = reader.Text(); break;
                case "created": created = reader.StoredTime(); break;
                case "expires": Expires = reader.StoredTime(); break;
                case "deferCommit": DeferCommit = reader.Bool(); break;
                case "contentHash": ContentHash = reader.Text(); break;
                case "ifMatch": IfMatch = reader.Text(); break;
                case "ifNoneMatch": IfNoneMatch = reader.Text(); break;
                case "times": Times = reader.StartsObject() ? ReadTimes(ref reader) : null; break;
                case "description": Description = reader.Text(); break;
                case "existedBefore": ExistedBefore = reader.Bool(); break;
                case "contentTagBefore": ContentTagBefore = reader.Text(); break;
                case "timesBefore": TimesBefore = reader.StartsObject() ? ReadTimes(ref reader) : null; break;
                case "acknowledgedLength": AcknowledgedLength = reader.LargeWhole(); break;
                case "acknowledgedHash": AcknowledgedHash = reader.Text(); break;
                case "sentLength": SentLength = reader.LargeWhole(); break;
                case "sentHash": SentHash = reader.Text(); break;
                case "sealedUploadUrl": SealedUploadUrl = ReadBytes(reader.Text()); break;
                case "uploadUrl": UploadUrl = reader.Text(); break;
                default: reader.Skip(); break;
            }
        }

        Format = JsonBytes.Required(format, "format");
        Version = JsonBytes.Required(version, "version");
        Length = JsonBytes.Required(length, "length");
        Created = JsonBytes.Required(created, "created");
    }

    private StoredUpload(UploadSessionRecord record)
    {
        Format = CurrentFormat;
        Key = record.Key;
        Version = record.Version;
        Destination = record.Destination;
        ItemName = record.ItemName;
        Conflict = record.Conflict;
        Length = record.Length;
        SourceFingerprint = record.SourceFingerprint;
        Created = record.Created;
        Expires = record.Expires;
        DeferCommit = record.DeferCommit ? true : null;
        ContentHash = record.ContentHash;
        IfMatch = record.IfMatch;
        IfNoneMatch = record.IfNoneMatch;
        Times = record.Times;
        Description = record.Description;
        ExistedBefore = record.ExistedBefore;
        ContentTagBefore = record.ContentTagBefore;
        TimesBefore = record.TimesBefore;
        AcknowledgedLength = record.AcknowledgedLength > 0 ? record.AcknowledgedLength : null;
        AcknowledgedHash = record.AcknowledgedHash;
        SentLength = record.SentLength > 0 ? record.SentLength : null;
        SentHash = record.SentHash;
    }

    public int Format { get; }

    public string Key { get; }

    public long Version { get; }

    public string Destination { get; }

    public string? ItemName { get; }

    public ConflictBehavior Conflict { get; }

    public long Length { get; }

    public string? SourceFingerprint { get; }

    public DateTimeOffset Created { get; }

    public DateTimeOffset? Expires { get; }

    public bool? DeferCommit { get; }

    public string? ContentHash { get; }

    public string? IfMatch { get; }

    public string? IfNoneMatch { get; }

    public FileSystemTimes? Times { get; }

    public string? Description { get; }

    public bool? ExistedBefore { get; }

    public string? ContentTagBefore { get; }

    public FileSystemTimes? TimesBefore { get; }

    public long? AcknowledgedLength { get; }

    public string? AcknowledgedHash { get; }

    public long? SentLength { get; }

    public string? SentHash { get; }

    /// <summary>The encrypted URL in a file whose other members are readable.</summary>
    public byte[]? SealedUploadUrl { get; set; }

    /// <summary>The URL in a record that is encrypted as a whole.</summary>
    public string? UploadUrl { get; set; }

    internal static StoredUpload Of(UploadSessionRecord record) => new(record);

    /// <exception cref="JsonException">It is not a record.</exception>
    internal static StoredUpload Read(ReadOnlySpan<byte> json) =>
        AnswerReader.Read(json, (ref ModelReader reader) => new StoredUpload(ref reader));

    /// <summary>The bytes that are authenticated with the encrypted URL: each version of the library must write the same.</summary>
    internal byte[] ToJson() => JsonBytes.Write(Write);

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

    /// <summary>Returns a fixed text, because it may hold an upload URL.</summary>
    public override string ToString() => "[REDACTED]";

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("format", Format);
        writer.WriteString("key", Key);
        writer.WriteNumber("version", Version);
        writer.WriteString("destination", Destination);
        writer.Text("itemName", ItemName);
        writer.WriteString("conflict", Conflict.ToString());
        writer.WriteNumber("length", Length);
        writer.Text("sourceFingerprint", SourceFingerprint);
        writer.StoredTime("created", Created);
        writer.StoredTime("expires", Expires);
        writer.Bool("deferCommit", DeferCommit);
        writer.Text("contentHash", ContentHash);
        writer.Text("ifMatch", IfMatch);
        writer.Text("ifNoneMatch", IfNoneMatch);
        WriteTimes(writer, "times", Times);
        writer.Text("description", Description);
        writer.Bool("existedBefore", ExistedBefore);
        writer.Text("contentTagBefore", ContentTagBefore);
        WriteTimes(writer, "timesBefore", TimesBefore);
        WriteLength(writer, "acknowledgedLength", AcknowledgedLength);
        writer.Text("acknowledgedHash", AcknowledgedHash);
        WriteLength(writer, "sentLength", SentLength);
        writer.Text("sentHash", SentHash);
        if (SealedUploadUrl is not null)
            writer.WriteBase64String("sealedUploadUrl", SealedUploadUrl);
        writer.Text("uploadUrl", UploadUrl);
        writer.WriteEndObject();
    }

    private static void WriteTimes(Utf8JsonWriter writer, string name, FileSystemTimes? times)
    {
        if (times is null)
            return;
        writer.WriteStartObject(name);
        writer.StoredTime("created", times.Created);
        writer.StoredTime("lastModified", times.LastModified);
        writer.StoredTime("lastAccessed", times.LastAccessed);
        writer.WriteEndObject();
    }

    private static void WriteLength(Utf8JsonWriter writer, string name, long? length)
    {
        if (length is { } known)
            writer.WriteNumber(name, known);
    }

    private static ConflictBehavior ReadConflict(string? text) => Enum.TryParse<ConflictBehavior>(text, ignoreCase: true, out var conflict)
        && Enum.IsDefined(conflict)
        ? conflict
        : throw new JsonException("The conflict behavior in the record is not known.");

    private static byte[] ReadBytes(string? base64)
    {
        try
        {
            return Convert.FromBase64String(base64 ?? "");
        }
        catch (FormatException exception)
        {
            throw new JsonException("The address in the record is not valid base64.", exception);
        }
    }

    private static FileSystemTimes ReadTimes(ref ModelReader reader)
    {
        DateTimeOffset? created = null, modified = null, accessed = null;
        while (reader.NextMember())
        {
            switch (reader.Name)
            {
                case "created": created = reader.StoredTime(); break;
                case "lastModified": modified = reader.StoredTime(); break;
                case "lastAccessed": accessed = reader.StoredTime(); break;
                default: reader.Skip(); break;
            }
        }

        return new FileSystemTimes { Created = created, LastModified = modified, LastAccessed = accessed };
    }
}
