using OneDrive.Sdk.Transfers.Hashing;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>The loops for wide and narrow registers, each by itself: a machine uses one of them only.</summary>
public sealed class QuickXorColumnsTests
{
    [Fact]
    public void Append_WithRegistersOf64Bytes_PutsEveryByteIntoItsColumn() => RequireEveryCut<QuickXorLanes512>();

    [Fact]
    public void Append_WithRegistersOf32Bytes_PutsEveryByteIntoItsColumn() => RequireEveryCut<QuickXorLanes256>();

    [Fact]
    public void Append_OfFewBytes_PutsEveryByteIntoItsColumn()
    {
        var data = RandomBytes(QuickXorLanes512.Count);
        for (var length = 0; length < data.Length; length++)
        {
            for (var column = 0; column < QuickXorColumns.Period; column++)
            {
                var state = new byte[QuickXorColumns.StateSize];
                QuickXorColumns.Append(state, column, data.AsSpan(0, length));
                Assert.Equal(OneByOne(data.AsSpan(0, length), column), Fold(state));
            }
        }
    }

    private static void RequireEveryCut<TLanes>()
        where TLanes : struct, IQuickXorLanes<TLanes>
    {
        var random = new Random(20260302);
        var buffer = RandomBytes(8192);
        for (var round = 0; round < 20_000; round++)
        {
            var start = random.Next(0, 128);
            var length = random.Next(TLanes.Count, round % 2 == 0 ? 700 : buffer.Length - start);
            var column = random.Next(0, QuickXorColumns.Period);
            var data = buffer.AsSpan(start, length);
            var state = new byte[QuickXorColumns.StateSize];

            QuickXorColumns.Append<TLanes>(ref state[0], (nuint)column, ref data[0], (nuint)length);

            Assert.True(
                OneByOne(data, column).AsSpan().SequenceEqual(Fold(state)), $"{length} bytes from {start} on, at column {column}");
        }
    }

    private static byte[] OneByOne(ReadOnlySpan<byte> data, int column)
    {
        var columns = new byte[QuickXorColumns.Period];
        for (var index = 0; index < data.Length; index++)
            columns[(column + index) % columns.Length] ^= data[index];
        return columns;
    }

    private static byte[] Fold(byte[] state) => OneByOne(state, 0);

    private static byte[] RandomBytes(int length)
    {
        var bytes = new byte[length];
        new Random(20260301).NextBytes(bytes);
        return bytes;
    }
}
