namespace OneDrive.Sdk.DependencyInjection;

/// <summary>The transfer options in the shape of a configuration file.</summary>
internal sealed class TransferConfiguration
{
    internal static readonly string[] Keys =
    [
        nameof(SingleRequestLimit),
        nameof(FragmentSize),
        nameof(VerifyContentHash),
        nameof(ParallelRanges),
        nameof(ParallelThreshold),
        nameof(RangeSize),
        nameof(MaxBytesPerSecond),
    ];

    public long? SingleRequestLimit { get; set; }

    public int? FragmentSize { get; set; }

    public bool? VerifyContentHash { get; set; }

    public int? ParallelRanges { get; set; }

    public long? ParallelThreshold { get; set; }

    public int? RangeSize { get; set; }

    public long? MaxBytesPerSecond { get; set; }

    internal void ApplyTo(OneDriveTransferOptions options)
    {
        options.SingleRequestLimit = SingleRequestLimit ?? options.SingleRequestLimit;
        options.FragmentSize = FragmentSize ?? options.FragmentSize;
        options.VerifyContentHash = VerifyContentHash ?? options.VerifyContentHash;
        options.ParallelRanges = ParallelRanges ?? options.ParallelRanges;
        options.ParallelThreshold = ParallelThreshold ?? options.ParallelThreshold;
        options.RangeSize = RangeSize ?? options.RangeSize;
        options.MaxBytesPerSecond = MaxBytesPerSecond ?? options.MaxBytesPerSecond;
    }
}
