namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>What the options of uploads and downloads have in common.</summary>
internal sealed record FolderRunOptions(
    int MaxConcurrentFiles,
    bool StopOnFirstError,
    IProgress<FolderTransferItem>? Progress,
    IProgress<TransferProgress>? ByteProgress = null)
{
    private const int MaximumConcurrency = 64;

    internal static FolderRunOptions Of(UploadFolderOptions options) =>
        new(options.MaxConcurrentFiles, options.StopOnFirstError, options.Progress, options.ByteProgress);

    internal static FolderRunOptions Of(DownloadFolderOptions options) =>
        new(options.MaxConcurrentFiles, options.StopOnFirstError, options.Progress, options.ByteProgress);

    internal static void Require(int maxConcurrentFiles, FolderComparison comparison)
    {
        if (maxConcurrentFiles is < 1 or > MaximumConcurrency)
            throw new ArgumentException(
                $"MaxConcurrentFiles is {maxConcurrentFiles}. It must be 1 to {MaximumConcurrency}.", nameof(maxConcurrentFiles));
        if (!Enum.IsDefined(comparison))
            throw new ArgumentException($"The value '{comparison}' is not a {nameof(FolderComparison)}. Use "
                + $"{string.Join(", ", Enum.GetNames<FolderComparison>())}.", nameof(comparison));
    }
}
