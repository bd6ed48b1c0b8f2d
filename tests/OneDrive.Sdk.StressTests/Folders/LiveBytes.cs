namespace OneDrive.Sdk.StressTests.Folders;

/// <summary>Counts what is transferred, and at each twentieth part of the way the bytes that are still referred to.</summary>
internal sealed class LiveBytes(int files) : IProgress<FolderTransferItem>
{
    private const int Parts = 20;

    private readonly List<long> _samples = [];
    private int _count;

    /// <summary>How much more there is in the second half of the way than in the first.</summary>
    internal long Growth => _samples.Count < Parts ? long.MaxValue : Median(_samples.Skip(Parts / 2)) - Median(_samples.Take(Parts / 2));

    internal long Most => _samples.Count == 0 ? 0 : _samples.Max();

    public void Report(FolderTransferItem value)
    {
        if (value.IsFolder || ++_count % Math.Max(1, files / Parts) != 0)
            return;
        _samples.Add(GC.GetTotalMemory(forceFullCollection: true));
    }

    private static long Median(IEnumerable<long> samples)
    {
        var sorted = samples.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
