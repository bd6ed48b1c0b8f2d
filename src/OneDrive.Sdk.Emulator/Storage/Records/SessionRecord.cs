using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>An upload session. Of its secret only the hash is kept.</summary>
internal sealed class SessionRecord
{
    public required string Id { get; init; }

    public required string SecretHash { get; init; }

    public required string DriveId { get; init; }

    public DateTimeOffset Expires { get; init; }

    public required string ParentId { get; init; }

    public required string Name { get; init; }

    public string? TargetId { get; init; }

    public ConflictBehavior Conflict { get; init; }

    public string? IfMatch { get; init; }

    public string? IfNoneMatch { get; init; }

    public required Actor Actor { get; init; }

    public required ItemFacts Facts { get; init; }

    public bool DeferCommit { get; init; }

    public long? Total { get; init; }

    /// <summary>What arrived of the file: where it is, and the hash as far as it goes.</summary>
    public PartialContentRecord? Partial { get; init; }

    /// <summary>The whole file, when it waits for its commit.</summary>
    public ContentRecord? Finished { get; init; }

    public bool WasRefused { get; init; }
}
