using System.Globalization;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Recording;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Shows the recording, waits for requests, and empties it.</summary>
internal sealed class TrafficControl(TrafficLog traffic, TimeProvider time, OwnerLookup owners) : IControlOperations
{
    private const int LongestWait = 600;

    public IEnumerable<ControlOperation> Operations =>
    [
        new("GET", "traffic", "listTraffic", "Returns the recorded requests and responses, one JSON object per line.", (request, _) =>
            ControlJson.DoneAsync(List(request)))
        {
            Parameters = [.. TrafficFilter.Parameters, "limit", "bodies"], Result = "TrafficEntry", ResultType = "application/jsonl",
        },
        new("DELETE", "traffic", "clearTraffic", "Clears the recording of one owner, or all of it. Sequence numbers "
            + "continue.", (request, _) =>
        {
            traffic.Clear(owners.Find(request)?.Drive.Id);
            return ControlJson.NothingAsync();
        })
        {
            Parameters = ["owner"], Status = 204,
        },
        new("GET", "traffic/wait", "waitForTraffic", "Waits until the given number of matching requests was answered.", WaitAsync)
        {
            Parameters = [.. TrafficFilter.Parameters, "count", "timeoutSeconds"], Result = "TrafficWait",
        },
        new("GET", "traffic/{sequence}", "getTrafficEntry", "Shows one exchange.", (request, _) =>
        {
            var entry = traffic.FirstOrDefault(one => one.Sequence.ToString(CultureInfo.InvariantCulture) == request["sequence"]);
            return entry is null
                ? throw new GraphError(404, "itemNotFound", $"The exchange {request["sequence"]} is not in the recording.")
                : ControlJson.DoneAsync(Answer.Json(200, TrafficJson.Write(entry)));
        })
        {
            Result = "TrafficEntry",
        },
        new("GET", "recording", "getRecording", "Shows the settings of the recording.", (_, _) => ControlJson.DoneAsync(ShowRecording()))
        {
            Result = "Recording",
        },
        new("PATCH", "recording", "changeRecording", "Turns the recording of all headers and bodies on or off.", (request, _) =>
        {
            traffic.RecordsBodies = request.Body.GetFlag("bodies") ?? traffic.RecordsBodies;
            return ControlJson.DoneAsync(ShowRecording());
        })
        {
            Body = "RecordingChange", Result = "Recording",
        },
    ];

    private Answer List(ControlRequest request)
    {
        // A client that polls gets 304 while the recording is unchanged.
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"traffic-{traffic.Version}\"");
        if (request.Exchange.Header("If-None-Match") == tag)
        {
            return Answer.Empty(304).With("ETag", tag);
        }

        var filter = new TrafficFilter(request, owners);
        var withBodies = request.Flag("bodies", otherwise: true);
        var limit = request.Number("limit", int.MaxValue, 1, int.MaxValue);
        using var stream = new MemoryStream();
        foreach (var entry in traffic.Where(filter.Matches).TakeLast((int)limit))
        {
            stream.Write(JsonText.ToBytes(TrafficJson.Write(withBodies ? entry : entry with { RequestBody = null, ResponseBody = null })));
            stream.WriteByte((byte)'\n');
        }

        return new Answer(200)
        {
            Headers = { ["Content-Type"] = "application/jsonl; charset=utf-8", ["ETag"] = tag },
            Body = stream.ToArray(),
        };
    }

    private async Task<Answer> WaitAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var filter = new TrafficFilter(request, owners);
        var count = (int)request.Number("count", 1, 1, int.MaxValue);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(request.Number("timeoutSeconds", 30, 0, LongestWait)), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return Render(isFound: true, await traffic.WaitForAsync(filter.Matches, count, either.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Render(isFound: false, [.. traffic.Where(entry => entry.IsCompleted && filter.Matches(entry))]);
        }
    }

    private static Answer Render(bool isFound, IReadOnlyList<TrafficEntry> entries) => Answer.Json(200, new JsonObject
    {
        ["isFound"] = isFound,
        ["entries"] = new JsonArray([.. entries.Select(entry => (JsonNode)TrafficJson.Write(entry))]),
    });

    private Answer ShowRecording() => Answer.Json(200, new JsonObject
    {
        ["bodies"] = traffic.RecordsBodies,
        ["largestBody"] = BodyCapture.Largest,
        ["exchanges"] = traffic.Count,
        ["bytes"] = traffic.BodyBytes,
        ["version"] = traffic.Version,
    });
}
