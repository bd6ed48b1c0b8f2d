using OneDrive.Sdk;

namespace ResilienceDemo;

/// <summary>The figures of this program's transfers.</summary>
internal static class Transfer
{
    /// <summary>5 MiB: small enough that 64 MiB have room for every fault.</summary>
    internal const int FragmentSize = 16 * OneDriveTransferOptions.FragmentAlignment;

    internal const int RandomFileSize = 64 * 1024 * 1024;

    /// <summary>A file needs this many fragments to be worth killing the process for.</summary>
    internal const int FragmentsWorthKilling = 3;

    internal static long Fragments(long length) => (length + FragmentSize - 1) / FragmentSize;
}
