namespace OneDrive.Sdk.Transfers.Hashing;

/// <summary>A register of bytes that are XORed at once. Five registers hold a multiple of the 160 columns of the hash.</summary>
internal interface IQuickXorLanes<TSelf>
    where TSelf : struct, IQuickXorLanes<TSelf>
{
    /// <summary>How many bytes a register holds.</summary>
    static abstract int Count { get; }

    static abstract TSelf Load(ref readonly byte source, nuint offset);

    /// <summary>Zeroes the lanes before <paramref name="start"/> and from <paramref name="end"/> on.</summary>
    static abstract TSelf Keep(TSelf lanes, int start, int end);

    static abstract TSelf operator ^(TSelf left, TSelf right);

    /// <summary>XORs the register into memory.</summary>
    static abstract void XorInto(ref byte destination, nuint offset, TSelf lanes);
}
