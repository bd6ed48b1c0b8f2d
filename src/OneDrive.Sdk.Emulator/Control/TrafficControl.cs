using OneDrive.Sdk.Emulator.Hosting;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Shows and empties the recording.</summary>
internal sealed class TrafficControl(TrafficLog traffic)
{
    public async Task<Answer> GetAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await traffic.WriteToAsync(stream, cancellationToken).ConfigureAwait(false);
        return new Answer(200) { Headers = { ["Content-Type"] = "application/jsonl; charset=utf-8" }, Body = stream.ToArray() };
    }

    public Answer Clear()
    {
        traffic.Clear();
        return Answer.Empty(204);
    }
}
