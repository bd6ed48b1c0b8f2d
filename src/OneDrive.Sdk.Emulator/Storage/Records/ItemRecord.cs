using System.Text.Json;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>A file or folder. Of what was deleted, a record stays for the readers of changes.</summary>
internal sealed record ItemRecord
{
    public required string DriveId { get; init; }

    public required string Id { get; init; }

    public Guid UniqueId { get; init; }

    public required string Name { get; init; }

    public bool IsFolder { get; init; }

    public required string ListItemId { get; init; }

    /// <summary>The folder that holds it; null for a root, and for what was deleted.</summary>
    public string? ParentId { get; init; }

    /// <summary>The folder out of which it went to the recycle bin.</summary>
    public string? RecycledFromId { get; init; }

    public int Revision { get; init; }

    public int ContentRevision { get; init; }

    public long Size { get; init; }

    public ContentRecord? Content { get; init; }

    public ContentRecord? ThumbnailSource { get; init; }

    public string? SpecialFolder { get; init; }

    public string? Description { get; init; }

    public ContentDescription? ContentDescription { get; init; }

    public bool IsInfected { get; init; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Modified { get; init; }

    public DateTimeOffset FileSystemCreated { get; init; }

    public DateTimeOffset FileSystemModified { get; init; }

    public required Actor CreatedBy { get; init; }

    public required Actor ModifiedBy { get; init; }

    public IReadOnlyList<PermissionRecord>? Permissions { get; init; }

    public IReadOnlyList<string>? Followers { get; init; }

    public Actor? CheckedOutBy { get; init; }

    public string? CheckInComment { get; init; }

    public BundleRecord? Bundle { get; init; }

    public RemoteFolder? Remote { get; init; }

    public RetentionLabel? RetentionLabel { get; init; }

    public IReadOnlyList<LabelRecord>? SensitivityLabels { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? Fields { get; init; }

    public int CurrentFieldVersion { get; init; }

    public IReadOnlyList<FieldVersion>? FieldHistory { get; init; }

    public IReadOnlyList<DocumentSetRecord>? DocumentSets { get; init; }

    public int CurrentVersion { get; init; }

    public IReadOnlyList<VersionRecord>? EarlierVersions { get; init; }
}
