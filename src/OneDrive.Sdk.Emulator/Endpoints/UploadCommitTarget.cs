using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>The name under which an upload session becomes a file, and on which conditions.</summary>
internal sealed record UploadCommitTarget(
    ItemNode Parent, string Name, ConflictBehavior Conflict, string? IfMatch, string? IfNoneMatch, ItemFacts Facts);
