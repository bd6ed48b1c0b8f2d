using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OneDrive.Sdk.Transfers.Hashing;

/// <summary>64 bytes: one AVX-512 register.</summary>
internal readonly struct QuickXorLanes512(Vector512<byte> value) : IQuickXorLanes<QuickXorLanes512>
{
    private readonly Vector512<byte> _value = value;

    public static int Count => Vector512<byte>.Count;

    public static QuickXorLanes512 operator ^(QuickXorLanes512 left, QuickXorLanes512 right) => new(left._value ^ right._value);

    public static QuickXorLanes512 Load(ref readonly byte source, nuint offset) => new(Vector512.LoadUnsafe(in source, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static QuickXorLanes512 Keep(QuickXorLanes512 lanes, int start, int end)
    {
        var indices = Vector512.Create(
            (byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
            32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63);
        return new(
            lanes._value
            & Vector512.GreaterThanOrEqual(indices, Vector512.Create((byte)start))
            & Vector512.LessThan(indices, Vector512.Create((byte)end)));
    }

    public static void XorInto(ref byte destination, nuint offset, QuickXorLanes512 lanes) =>
        (Vector512.LoadUnsafe(ref destination, offset) ^ lanes._value).StoreUnsafe(ref destination, offset);
}
