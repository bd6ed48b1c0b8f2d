namespace OneDrive.Sdk;

/// <summary>The transfer options, validated and frozen.</summary>
internal sealed record TransferSettings(
    long SingleRequestLimit,
    int FragmentSize,
    bool VerifyContentHash,
    int ParallelRanges,
    long ParallelThreshold,
    int RangeSize,
    long? MaxBytesPerSecond)
{
    internal static TransferSettings From(OneDriveTransferOptions options) => new(
        options.SingleRequestLimit,
        options.FragmentSize,
        options.VerifyContentHash,
        options.ParallelRanges,
        options.ParallelThreshold,
        options.RangeSize,
        options.MaxBytesPerSecond);
}
