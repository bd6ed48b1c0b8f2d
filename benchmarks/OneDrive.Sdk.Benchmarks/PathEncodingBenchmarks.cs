using BenchmarkDotNet.Attributes;
using OneDrive.Sdk.Addresses;

namespace OneDrive.Sdk.Benchmarks;

/// <summary>Paths with and without anything to encode, against the encoder of the base library, which is right for queries only.</summary>
[MemoryDiagnoser]
public class PathEncodingBenchmarks
{
    [Params("Reports/2024/Q1/figures.xlsx", "Reports/100% #1 + o'hara/Übersicht 😀.xlsx")]
    public string Path { get; set; } = "";

    [Benchmark(Baseline = true)]
    public string EscapeDataString() => Uri.EscapeDataString(Path);

    [Benchmark]
    public string EncodePath() => PathEncoding.EncodePath(Path);
}
