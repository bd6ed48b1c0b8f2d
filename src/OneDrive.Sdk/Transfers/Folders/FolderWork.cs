namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>One file or folder that waits for a worker.</summary>
internal sealed record FolderWork(string RelativePath, bool IsFolder, Func<CancellationToken, Task<FolderTransferItem>> Do)
{
    /// <summary>A result that the walker determined.</summary>
    internal static FolderWork Settled(FolderTransferItem item) => new(item.RelativePath, item.IsFolder, _ => Task.FromResult(item));
}
