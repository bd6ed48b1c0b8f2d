namespace OneDrive.Sdk.Emulator.Tests.Support;

/// <summary>Collects text, and tells when the first of it was flushed.</summary>
internal sealed class FlushWatcher : StringWriter
{
    private readonly TaskCompletionSource<string> _flushed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<string> Flushed => _flushed.Task;

    public override Task FlushAsync()
    {
        _flushed.TrySetResult(ToString());
        return Task.CompletedTask;
    }
}
