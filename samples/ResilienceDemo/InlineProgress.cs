using OneDrive.Sdk;

namespace ResilienceDemo;

/// <summary>Hands progress on in the same thread: with <see cref="Progress{T}"/> the last report could come after the result.</summary>
internal sealed class InlineProgress(Action<TransferProgress> report) : IProgress<TransferProgress>
{
    public void Report(TransferProgress value) => report(value);
}
