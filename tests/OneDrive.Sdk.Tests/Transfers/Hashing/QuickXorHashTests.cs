using System.Text.Json;

namespace OneDrive.Sdk.Tests.Transfers;

public sealed class QuickXorHashTests
{
    private static readonly JsonDocument Vectors = JsonDocument.Parse(
        typeof(QuickXorHashTests).Assembly.GetManifestResourceStream("quickxor-vectors.json")!);

    public static TheoryData<int> Published => Indexes("published");

    public static TheoryData<int> Own => Indexes("own");

    public static TheoryData<int> Sparse => Indexes("sparse");

    [Theory]
    [MemberData(nameof(Published))]
    public void HashData_GivesThePublishedHash(int index)
    {
        var vector = Vector("published", index);

        Assert.Equal(vector.GetProperty("hashBase64").GetString(), Convert.ToBase64String(QuickXorHash.HashData(Bytes(vector))));
    }

    [Theory]
    [MemberData(nameof(Own))]
    public void Append_GivesTheSameHashHoweverTheDataIsCut(int index)
    {
        var vector = Vector("own", index);
        var expected = vector.GetProperty("hashBase64").GetString();
        var data = Generate(vector.GetProperty("seed").GetUInt32(), vector.GetProperty("length").GetInt32());
        Assert.Equal(expected, Convert.ToBase64String(QuickXorHash.HashData(data)));

        foreach (var split in vector.GetProperty("chunkSplits").EnumerateArray())
        {
            var hash = new QuickXorHash();
            var offset = 0;
            foreach (var length in split.EnumerateArray().Select(part => part.GetInt32()))
            {
                hash.Append(data.AsSpan(offset, length));
                offset += length;
            }

            Assert.Equal(data.Length, offset);
            Assert.Equal(expected, Convert.ToBase64String(hash.GetCurrentHash()));
        }
    }

    [Theory]
    [MemberData(nameof(Sparse))]
    public void Append_TakesDataLongerThanFourGigabytes(int index)
    {
        var vector = Vector("sparse", index);
        var marks = vector.GetProperty("marks").EnumerateArray()
            .ToDictionary(mark => mark.GetProperty("offset").GetInt64(), mark => mark.GetProperty("value").GetByte());
        var length = vector.GetProperty("length").GetInt64();
        var block = new byte[1 << 20];
        var hash = new QuickXorHash();

        for (long offset = 0; offset < length; offset += block.Length)
        {
            var piece = block.AsSpan(0, (int)Math.Min(block.Length, length - offset));
            piece.Clear();
            foreach (var (position, value) in marks.Where(mark => mark.Key >= offset && mark.Key < offset + block.Length))
                piece[(int)(position - offset)] = value;
            hash.Append(piece);
        }

        Assert.Equal(vector.GetProperty("hashBase64").GetString(), Convert.ToBase64String(hash.GetCurrentHash()));
    }

    [Fact]
    public void Append_ToggledBitByBit_GivesTheSameHash()
    {
        var random = new Random(20260301);
        for (var round = 0; round < 200; round++)
        {
            var data = new byte[random.Next(0, 2000)];
            random.NextBytes(data);
            var hash = new QuickXorHash();
            for (var offset = 0; offset < data.Length;)
            {
                var length = Math.Min(data.Length - offset, random.Next(0, 400));
                hash.Append(data.AsSpan(offset, length));
                offset += length;
            }

            Assert.Equal(BitByBit(data), hash.GetCurrentHash());
        }
    }

    [Fact]
    public void GetCurrentHash_KeepsWhatWasAppended()
    {
        var hash = new QuickXorHash();
        hash.Append([1, 2, 3]);
        _ = hash.GetCurrentHash();
        hash.Append([4, 5]);

        Assert.Equal(QuickXorHash.HashData([1, 2, 3, 4, 5]), hash.GetCurrentHash());
    }

    [Fact]
    public void TryGetHashAndReset_StartsAnew()
    {
        var hash = new QuickXorHash();
        hash.Append([1, 2, 3]);
        var result = new byte[QuickXorHash.HashSizeInBytes + 3];

        Assert.True(hash.TryGetHashAndReset(result, out var written));
        Assert.Equal(QuickXorHash.HashSizeInBytes, written);
        Assert.Equal(QuickXorHash.HashData([1, 2, 3]), result[..written]);
        Assert.Equal([0, 0, 0], result[written..]);
        Assert.Equal(QuickXorHash.HashData([]), hash.GetCurrentHash());
    }

    [Fact]
    public void TryGetHashAndReset_WhenTheDestinationIsTooShort_ChangesNothing()
    {
        var hash = new QuickXorHash();
        hash.Append([1, 2, 3]);

        Assert.False(hash.TryGetHashAndReset(new byte[19], out var written));
        Assert.Equal(0, written);
        Assert.Equal(QuickXorHash.HashData([1, 2, 3]), hash.GetCurrentHash());
    }

    [Fact]
    public void Append_AllocatesNothing()
    {
        var hash = new QuickXorHash();
        var data = new byte[1_000_003];
        hash.Append(data);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 10; round++)
            hash.Append(data);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void HashData_IntoMemoryOfTheCaller_AllocatesNothing()
    {
        var data = new byte[100_003];
        new Random(5).NextBytes(data);
        var result = new byte[QuickXorHash.HashSizeInBytes + 2];
        QuickXorHash.HashData(data, result);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var written = QuickXorHash.HashData(data, result);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(QuickXorHash.HashSizeInBytes, written);
        Assert.Equal([.. BitByBit(data), 0, 0], result);
    }

    [Fact]
    public void HashData_WhenTheDestinationIsTooShort_Throws() =>
        Assert.Throws<ArgumentException>(() => QuickXorHash.HashData([1, 2, 3], new byte[19]));

    [Fact]
    public void Append_AtEveryAlignment_GivesTheSameHash()
    {
        var data = new byte[20_000];
        new Random(7).NextBytes(data);
        for (var start = 0; start < 130; start++)
        {
            var piece = data[start..];
            Assert.Equal(BitByBit(piece), QuickXorHash.HashData(data.AsSpan(start)));
        }
    }

    private static byte[] BitByBit(byte[] data)
    {
        var hash = new byte[20];
        for (var index = 0; index < data.Length; index++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var target = ((11 * index) + bit) % 160;
                hash[target / 8] ^= (byte)(((data[index] >> bit) & 1) << (target % 8));
            }
        }

        var length = BitConverter.GetBytes((long)data.Length);
        for (var index = 0; index < length.Length; index++)
            hash[12 + index] ^= length[index];
        return hash;
    }

    private static byte[] Generate(uint seed, int length)
    {
        var data = new byte[length];
        var state = seed;
        for (var index = 0; index < length; index++)
        {
            state = unchecked((state * 1664525) + 1013904223);
            data[index] = (byte)(state >> 24);
        }

        return data;
    }

    private static TheoryData<int> Indexes(string section) =>
        [.. Enumerable.Range(0, Vectors.RootElement.GetProperty(section).GetArrayLength())];

    private static JsonElement Vector(string section, int index) => Vectors.RootElement.GetProperty(section)[index];

    private static byte[] Bytes(JsonElement vector) => vector.GetProperty("inputBase64").GetBytesFromBase64();
}
