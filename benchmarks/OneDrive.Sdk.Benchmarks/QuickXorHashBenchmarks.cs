using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;

namespace OneDrive.Sdk.Benchmarks;

/// <summary>The content hash against the least that any such hash must do: read every byte and XOR it into something.</summary>
[MemoryDiagnoser]
public class QuickXorHashBenchmarks
{
    private byte[] _data = [];

    /// <summary>320 KiB is the unit of upload fragments, 10 MiB their default size.</summary>
    [Params(320 * 1024, 10 * 1024 * 1024)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _data = new byte[Length];
        new Random(1).NextBytes(_data);
    }

    [Benchmark(Baseline = true)]
    public ulong XorReduce()
    {
        var result = 0UL;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(_data))
        {
            result ^= word;
        }

        return result;
    }

    [Benchmark]
    public byte[] QuickXor() => QuickXorHash.HashData(_data);
}
