using OneDrive.Sdk.Emulator.Hosting;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Shows and empties the recording.</summary>
internal sealed class TrafficControl(TrafficLog traffic) : IControlOperations
{
    public IEnumerable<ControlOperation> Operations =>
    [
        new("GET", "traffic", "listTraffic", "Shows what was asked and answered, one JSON object a line.", GetAsync)
        {
            Result = "TrafficEntry", ResultType = "application/jsonl",
        },
        new("DELETE", "traffic", "clearTraffic", "Empties the recording; numbers go on.", (_, _) =>
        {
            traffic.Clear();
            return ControlJson.Nothing();
        })
        {
            Status = 204,
        },
    ];

    private async Task<Answer> GetAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await traffic.WriteToAsync(stream, cancellationToken).ConfigureAwait(false);
        return new Answer(200) { Headers = { ["Content-Type"] = "application/jsonl; charset=utf-8" }, Body = stream.ToArray() };
    }
}
