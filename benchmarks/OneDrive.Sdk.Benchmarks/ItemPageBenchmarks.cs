using System.Text.Json;
using BenchmarkDotNet.Attributes;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Benchmarks;

/// <summary>A page of 200 items, as a list of children answers it, beside the bare reader of System.Text.Json.</summary>
[MemoryDiagnoser]
public class ItemPageBenchmarks
{
    private readonly byte[] _page = ItemPage.Create(200);

    [Benchmark(Baseline = true)]
    public int ReadTokens()
    {
        var reader = new Utf8JsonReader(_page);
        var tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    [Benchmark]
    public int ReadItems() => AnswerReader.Read(_page, Pages.Of(DriveItem.Read)).Value.Count;
}
