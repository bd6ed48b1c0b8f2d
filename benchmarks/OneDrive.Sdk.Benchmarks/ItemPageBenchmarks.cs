using System.Text.Json;
using BenchmarkDotNet.Attributes;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Benchmarks;

/// <summary>A page of 200 items, as a list of children answers it, through the JSON context.</summary>
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
    public int ReadItems() => JsonSerializer.Deserialize(_page, OneDriveJsonContext.Default.CollectionPageDriveItem)!.Value.Count;
}
