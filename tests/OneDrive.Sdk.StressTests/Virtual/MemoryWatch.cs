namespace OneDrive.Sdk.StressTests.Virtual;

/// <summary>Looks at the memory from time to time while bytes are acknowledged.</summary>
internal sealed class MemoryWatch(long length) : IProgress<TransferProgress>
{
    private const int Samples = 64;

    private readonly List<MemorySample> _samples = [];
    private long _next;

    /// <summary>What was seen after the first quarter, when everything has warmed up.</summary>
    internal IReadOnlyList<MemorySample> Warm => [.. _samples.Where(sample => sample.Bytes >= length / 4)];

    internal IReadOnlyList<MemorySample> All => _samples;

    public void Report(TransferProgress value)
    {
        if (value.BytesTransferred < _next)
            return;
        _next = value.BytesTransferred + (length / Samples);
        _samples.Add(new MemorySample(
            value.BytesTransferred, GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet));
    }

    /// <summary>By how many bytes the memory grows with each byte that is uploaded: the line that fits the samples best.</summary>
    internal static double SlopeOf(IReadOnlyList<MemorySample> samples, Func<MemorySample, long> memory)
    {
        var meanBytes = samples.Average(sample => (double)sample.Bytes);
        var meanMemory = samples.Average(sample => (double)memory(sample));
        var spread = samples.Sum(sample => Math.Pow(sample.Bytes - meanBytes, 2));
        return spread == 0 ? 0 : samples.Sum(sample => (sample.Bytes - meanBytes) * (memory(sample) - meanMemory)) / spread;
    }
}
