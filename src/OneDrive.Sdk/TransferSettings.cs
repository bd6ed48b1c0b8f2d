namespace OneDrive.Sdk;

/// <summary>The transfer options, validated and frozen.</summary>
internal sealed record TransferSettings
{
    internal required long SingleRequestLimit { get; init; }

    internal required int FragmentSize { get; init; }

    internal required bool VerifyContentHash { get; init; }

    internal required int ParallelRanges { get; init; }

    internal required long ParallelThreshold { get; init; }

    internal required int RangeSize { get; init; }

    internal required long? MaxBytesPerSecond { get; init; }

    internal static TransferSettings From(OneDriveTransferOptions options) => new()
    {
        SingleRequestLimit = options.SingleRequestLimit,
        FragmentSize = options.FragmentSize,
        VerifyContentHash = options.VerifyContentHash,
        ParallelRanges = options.ParallelRanges,
        ParallelThreshold = options.ParallelThreshold,
        RangeSize = options.RangeSize,
        MaxBytesPerSecond = options.MaxBytesPerSecond,
    };
}
