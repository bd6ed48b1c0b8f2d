using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// A record as it is written to a file. All of it but the sealed address is readable, and all of it is bound to the sealed address.
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

    /// <summary>Nonce, tag and cipher text of the upload URL.</summary>
    public byte[]? SealedUploadUrl { get; set; }
}
