using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;

namespace OneDrive.Sdk.Benchmarks;

/// <summary>
/// The content hash against the least that any such hash must do: read every byte and XOR it into something, with registers as wide and a
/// loop as unrolled as the machine likes them.
/// </summary>
[MemoryDiagnoser]
public class QuickXorHashBenchmarks
{
    private readonly QuickXorHash _hash = new();
    private readonly byte[] _result = new byte[QuickXorHash.HashSizeInBytes];
    private byte[] _data = [];

    /// <summary>16 KiB stay in the nearest cache, 320 KiB are the unit of upload fragments, 10 MiB their default size.</summary>
    [Params(16 * 1024, 320 * 1024, 10 * 1024 * 1024)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _data = new byte[Length];
        new Random(1).NextBytes(_data);
    }

    [Benchmark(Baseline = true)]
    public ulong XorReduce() => Vector512.IsHardwareAccelerated ? XorReduce512(_data) : XorReduce256(_data);

    /// <summary>What an upload does with each piece that it reads.</summary>
    [Benchmark]
    public void Append() => _hash.Append(_data);

    /// <summary>The same with the 160 columns turned into 20 bytes at the end.</summary>
    [Benchmark]
    public int HashData() => QuickXorHash.HashData(_data, _result);

    // All lengths are multiples of the steps.
    private static ulong XorReduce512(ReadOnlySpan<byte> data)
    {
        ref var start = ref MemoryMarshal.GetReference(data);
        var (one, two, three, four) = (Vector512<byte>.Zero, Vector512<byte>.Zero, Vector512<byte>.Zero, Vector512<byte>.Zero);
        for (nuint offset = 0; offset < (nuint)data.Length; offset += 256)
        {
            one ^= Vector512.LoadUnsafe(ref start, offset);
            two ^= Vector512.LoadUnsafe(ref start, offset + 64);
            three ^= Vector512.LoadUnsafe(ref start, offset + 128);
            four ^= Vector512.LoadUnsafe(ref start, offset + 192);
        }

        one ^= two ^ three ^ four;
        return Combine(one.GetLower() ^ one.GetUpper());
    }

    private static ulong XorReduce256(ReadOnlySpan<byte> data)
    {
        ref var start = ref MemoryMarshal.GetReference(data);
        var (one, two, three, four) = (Vector256<byte>.Zero, Vector256<byte>.Zero, Vector256<byte>.Zero, Vector256<byte>.Zero);
        for (nuint offset = 0; offset < (nuint)data.Length; offset += 128)
        {
            one ^= Vector256.LoadUnsafe(ref start, offset);
            two ^= Vector256.LoadUnsafe(ref start, offset + 32);
            three ^= Vector256.LoadUnsafe(ref start, offset + 64);
            four ^= Vector256.LoadUnsafe(ref start, offset + 96);
        }

        return Combine(one ^ two ^ three ^ four);
    }

    private static ulong Combine(Vector256<byte> bytes)
    {
        var words = bytes.AsUInt64();
        return words[0] ^ words[1] ^ words[2] ^ words[3];
    }
}
