using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OneDrive.Sdk.Transfers.Hashing;

/// <summary>32 bytes: one AVX2 register, or two of NEON or SSE2.</summary>
internal readonly struct QuickXorLanes256(Vector256<byte> value) : IQuickXorLanes<QuickXorLanes256>
{
    private readonly Vector256<byte> _value = value;

    public static int Count => Vector256<byte>.Count;

    public static QuickXorLanes256 operator ^(QuickXorLanes256 left, QuickXorLanes256 right) => new(left._value ^ right._value);

    public static QuickXorLanes256 Load(ref readonly byte source, nuint offset) => new(Vector256.LoadUnsafe(in source, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static QuickXorLanes256 Keep(QuickXorLanes256 lanes, int start, int end)
    {
        var indices = Vector256.Create(
            (byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31);
        return new(
            lanes._value
            & Vector256.GreaterThanOrEqual(indices, Vector256.Create((byte)start))
            & Vector256.LessThan(indices, Vector256.Create((byte)end)));
    }

    public static void XorInto(ref byte destination, nuint offset, QuickXorLanes256 lanes) =>
        (Vector256.LoadUnsafe(ref destination, offset) ^ lanes._value).StoreUnsafe(ref destination, offset);
}
