using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OneDrive.Sdk.Emulator.Control;
using OneDrive.Sdk.Emulator.Identity;
using OneDrive.Sdk.Emulator.Recording;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;
using OneDrive.Sdk.Emulator.Storage;
using OneDrive.Sdk.Emulator.Throttling;

namespace OneDrive.Sdk.Emulator.Hosting;

/// <summary>The way of a request: route, record, fault, token, handler, answer.</summary>
internal sealed class RequestPipeline(
    Router router,
    BearerGate gate,
    ControlRoutes control,
    UploadSessionTable sessions,
    StateSaver saver,
    FaultPlan faults,
    QuirkPlan quirks,
    RequestThrottle throttle,
    LineShaper shaper,
    TrafficLog traffic,
    ConcernedDrives concerned,
    EmulatorOptions options,
    CancellationToken stopping)
{
    // A client that is still sending when the answer comes may see a reset connection and no answer, so bodies are read to their end.
    private const long LongestDrain = 128L * 1024 * 1024;

    private readonly ErrorAnswers _errors = new(options.TimeProvider);
    private readonly AnswerWriter _writer = new(options.TimeProvider, shaper);
    private int _inFlight;

    public async Task RunAsync(HttpContext http)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        ApplyMethodOverride(http.Request);
        var target = new RequestTarget(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var exchange = new Exchange(http, target, new CountingStream(http.Request.Body, http.Request.ContentLength, shaper));
        try
        {
            if (target.Segments is [ControlRoutes.Prefix, ..])
            {
                var answer = await HandleAsync(exchange, control.Match(exchange), ended.Token).ConfigureAwait(false);
                await using var content = (answer.Content?.Source ?? Stream.Null).ConfigureAwait(false);
                await _writer.WriteAsync(exchange, answer, fault: null, record: null, ended.Token).ConfigureAwait(false);
                return;
            }

            Interlocked.Increment(ref _inFlight);
            try
            {
                await shaper.DelayAsync(ended.Token).ConfigureAwait(false);
                await RunAsync(exchange, MatchRoute(exchange), ended.Token).ConfigureAwait(false);
            }
            finally
            {
                Interlocked.Decrement(ref _inFlight);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The client disconnected, or the emulator is stopping: a response cannot be sent.
            http.Abort();
        }
    }

    // For clients behind proxies that let only GET and POST pass:
    // https://learn.microsoft.com/onedrive/developer/rest-api/concepts/http-verb-tunneling.
    private static void ApplyMethodOverride(HttpRequest request)
    {
        var wanted = request.Headers["X-HTTP-Method-Override"].ToString();
        if (request.Method == "POST" && wanted is "PUT" or "PATCH" or "DELETE")
        {
            request.Method = wanted;
        }
    }

    private Route MatchRoute(Exchange exchange)
    {
        concerned.Find(exchange);
        try
        {
            return exchange.Target.Segments is ["v1.0" or "beta", "$batch" or "%24batch"] && exchange.Request.Method == "POST"
                ? new Route(EmulatorOperation.Batch, new BatchRunner(AnswerStepAsync).RunAsync) { NeedsToken = true }
                : router.Match(exchange);
        }
        catch (GraphError error)
        {
            return new Route(EmulatorOperation.Unknown, (_, _) => Task.FromException<Answer>(error)) { NeedsToken = true };
        }
    }

    /// <summary>
    /// Answers a step of a batch, which has no connection of its own: what a fault would do to the connection becomes a status.
    /// </summary>
    private async Task<Answer> AnswerStepAsync(Exchange step, CancellationToken cancellationToken)
    {
        var route = MatchRoute(step);
        var record = traffic.Begin(step, route.Operation, route.ItemPath);
        var fault = Choose(step, route);
        if (fault is not null)
        {
            record.SetFault(fault.Kind);
        }

        var answer = fault?.Kind is FaultKind.DropConnection or FaultKind.Stall
            ? _errors.Render(step, new GraphError(503, "serviceNotAvailable", "The step was not executed."))
            : await StrikeAsync(step, fault, cancellationToken).ConfigureAwait(false);
        answer ??= await HandleAsync(step, route, cancellationToken).ConfigureAwait(false);
        answer = fault?.Kind is FaultKind.LoseAcknowledgement
            ? _errors.Render(step, new GraphError(504, "generalException", "The response of the step was lost."))
            : answer;
        foreach (var (name, value) in answer.Headers)
        {
            step.Http.Response.Headers[name] = value;
        }

        record.SetAnswer(answer.Status, step.Http.Response.Headers);
        record.AddSent(answer.Body ?? []);
        record.Complete();
        return answer;
    }

    private async Task RunAsync(Exchange exchange, Route route, CancellationToken cancellationToken)
    {
        var record = traffic.Begin(exchange, route.Operation, route.ItemPath);
        try
        {
            await RunAsync(exchange, route, record, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            record.Complete();
        }
    }

    private async Task RunAsync(Exchange exchange, Route route, TrafficRecord record, CancellationToken cancellationToken)
    {
        var fault = Choose(exchange, route);
        if (fault is not null)
        {
            record.SetFault(fault.Kind);
        }

        var answer = await StrikeAsync(exchange, fault, cancellationToken).ConfigureAwait(false);
        if (answer is null && fault is { Kind: FaultKind.DropConnection or FaultKind.Stall, Place: not FaultPlace.ResponseBody })
        {
            await EndSilentlyAsync(exchange, fault, cancellationToken).ConfigureAwait(false);
            return;
        }

        answer ??= await HandleAsync(exchange, route, cancellationToken).ConfigureAwait(false);
        throttle.Sent(exchange, route, answer);
        await using var content = (answer.Content?.Source ?? Stream.Null).ConfigureAwait(false);
        if (fault?.Kind == FaultKind.LoseAcknowledgement)
        {
            exchange.Http.Abort();
            return;
        }

        if (fault is { Kind: FaultKind.CorruptBody, Corruption: FaultCorruption.MalformedJson })
        {
            answer = new Answer(answer.Status)
            {
                Headers = { ["Content-Type"] = "application/json" },
                Body = "{\"value\":[{\"id\":"u8.ToArray(),
            };
        }

        await DrainAsync(exchange, cancellationToken).ConfigureAwait(false);
        if (!await _writer.WriteAsync(exchange, answer, fault, record, cancellationToken).ConfigureAwait(false))
        {
            await EndSilentlyAsync(exchange, fault!, cancellationToken).ConfigureAwait(false);
        }
    }

    private Fault? Choose(Exchange exchange, Route route)
        => faults.Choose(route.Operation, $"{exchange.Target.DecodedPath}\n{route.ItemPath}", exchange.DriveIds)
            ?? quirks.Choose(exchange, route, Volatile.Read(ref _inFlight))
            ?? throttle.Refuse(exchange, route, Volatile.Read(ref _inFlight));

    /// <summary>What a fault does before the handler runs. A response means that the handler does not run.</summary>
    private async Task<Answer?> StrikeAsync(Exchange exchange, Fault? fault, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case { Kind: FaultKind.Throttle or FaultKind.Status }:
                return _errors.Render(exchange, fault);
            case { Kind: FaultKind.DropConnection or FaultKind.Stall, Place: FaultPlace.RequestBody }:
                await ReadAsync(exchange, fault.Bytes, cancellationToken).ConfigureAwait(false);
                break;
            case { Kind: FaultKind.DropConnection or FaultKind.Stall, Place: FaultPlace.Answer }:
                await DrainAsync(exchange, cancellationToken).ConfigureAwait(false);
                break;
            case { Kind: FaultKind.CorruptBody, Place: FaultPlace.RequestBody }:
                exchange.Body.FlipAt = fault.Bytes;
                break;
            case { Kind: FaultKind.Delay }:
                await Task.Delay(fault.Wait, options.TimeProvider, cancellationToken).ConfigureAwait(false);
                break;
            case { Kind: FaultKind.ExpireDeltaToken }:
                exchange.Resync = fault.Resync;
                break;
            case { Kind: FaultKind.RefuseSignIn }:
                exchange.Refusal = new EntraError(400, fault.Code!, fault.Number, "A fault of the emulator rejected the request.")
                {
                    SubError = fault.SubError,
                    Claims = fault.Claims,
                };
                break;
            case { Kind: FaultKind.ExpireSession } when sessions.Find(exchange.Query["guid"]) is { } session:
                if (fault.Revokes)
                {
                    session.IsRevoked = true;
                }
                else
                {
                    sessions.Remove(session, keepContent: false);
                }

                break;
        }

        return null;
    }

    /// <summary>Runs the handler, and saves its changes before the response is sent.</summary>
    private async Task<Answer> HandleAsync(Exchange exchange, Route route, CancellationToken cancellationToken)
    {
        var answer = await AnswerAsync(exchange, route, cancellationToken).ConfigureAwait(false);
        try
        {
            saver.Save();
            return answer;
        }
        catch (IOException error)
        {
            return _errors.Render(exchange, new GraphError(507, "quotaLimitReached", "The data folder cannot be written. "
                + $"{error.Message}"));
        }
    }

    private async Task<Answer> AnswerAsync(Exchange exchange, Route route, CancellationToken cancellationToken)
    {
        try
        {
            if (route.NeedsToken)
            {
                exchange.Grant = gate.Check(exchange, route.Operation, route.Audience);
            }

            var answer = await route.Handler(exchange, cancellationToken).ConfigureAwait(false);
            AnswerQuirks.Apply(quirks, exchange, route.Operation, answer);
            return answer;
        }
        catch (GraphError error)
        {
            return _errors.Render(exchange, error);
        }
        catch (BadHttpRequestException error)
        {
            return _errors.Render(exchange, new GraphError(error.StatusCode, "invalidRequest", "The request is not valid HTTP."));
        }
    }

    private async Task EndSilentlyAsync(Exchange exchange, Fault fault, CancellationToken cancellationToken)
    {
        if (fault.Kind == FaultKind.Stall)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }

        // An abort would also discard what is still on its way. A body short of its Content-Length makes Kestrel close behind it.
        if (!exchange.Http.Response.HasStarted)
        {
            exchange.Http.Abort();
        }
    }

    private static async Task ReadAsync(Exchange exchange, long bytes, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        var read = 1;
        while (read > 0 && exchange.Body.BytesRead < bytes)
        {
            var room = buffer.AsMemory(0, (int)Math.Min(buffer.Length, bytes - exchange.Body.BytesRead));
            read = await exchange.Body.ReadAsync(room, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task DrainAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var waitsForContinue = exchange.Body.BytesRead == 0 && exchange.Request.Headers.Expect.Count > 0;
        if (!exchange.Body.HasEnded && !waitsForContinue && !(exchange.Request.ContentLength > LongestDrain))
        {
            await ReadAsync(exchange, LongestDrain, cancellationToken).ConfigureAwait(false);
        }
    }
}
