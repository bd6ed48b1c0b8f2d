namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>Something that stands in a local folder, or the reason why a folder could not be read.</summary>
/// <param name="RelativePath">The path below the root, with slashes.</param>
/// <param name="FullPath">Where it is; behind a link, where the link leads.</param>
/// <param name="Depth">How many folders are above it; the root has none.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
internal sealed record LocalEntry(string RelativePath, string FullPath, int Depth, bool IsFolder)
{
    internal string Name => RelativePath[(RelativePath.LastIndexOf('/') + 1)..];

    /// <summary>Whether it stands behind a link.</summary>
    internal bool IsLink { get; init; }

    internal FolderSkipReason SkipReason { get; init; }

    internal Exception? Error { get; init; }
}
