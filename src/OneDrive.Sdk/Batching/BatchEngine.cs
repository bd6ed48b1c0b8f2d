using System.Globalization;
using System.Net;
using System.Text.Json;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk.Batching;

/// <summary>
/// Sends a batch in rounds. A step that was throttled, or that can be repeated and whose outcome is unknown, is sent again in the next
/// round, after the longest <c>Retry-After</c>.
/// </summary>
internal sealed class BatchEngine(GraphTransport transport)
{
    private readonly BatchReader _reader = new(transport.TimeProvider);

    internal async Task SendAsync(
        BatchRequest batch,
        Func<DriveAddress, CancellationToken, ValueTask<DriveAddress>> resolve,
        CancellationToken cancellationToken)
    {
        foreach (var step in batch.Steps)
        {
            await step.PrepareAsync(resolve, cancellationToken).ConfigureAwait(false);
        }

        var attempts = new Dictionary<BatchStep, int>();
        while (Open(batch) is { Count: > 0 } open)
        {
            var pause = await TryTravelAsync(open, attempts, cancellationToken).ConfigureAwait(false);
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, transport.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The incomplete steps. Steps that depend on a failed step fail here, as they would at the service.</summary>
    private static List<BatchStep> Open(BatchRequest batch)
    {
        bool isChanged;
        do
        {
            isChanged = false;
            foreach (var step in batch.Steps.Where(step => !step.HasEnded && step.Dependencies.Any(other => other.Error is not null)))
            {
                step.Fail(ErrorReader.DependencyFailed($"{step.Operation}: the step was not executed, because a step that it depends on "
                    + "failed."));
                isChanged = true;
            }
        }
        while (isChanged);

        return [.. batch.Steps.Where(step => !step.HasEnded)];
    }

    /// <summary>A failure of a complete round fails all incomplete steps.</summary>
    private async Task<TimeSpan> TryTravelAsync(
        List<BatchStep> open, Dictionary<BatchStep, int> attempts, CancellationToken cancellationToken)
    {
        try
        {
            return await TravelAsync(BatchTrips.Next(open), attempts, cancellationToken).ConfigureAwait(false);
        }
        catch (OneDriveException exception)
        {
            foreach (var step in open.Where(step => !step.HasEnded))
            {
                step.Fail(exception);
            }

            throw;
        }
    }

    private async Task<TimeSpan> TravelAsync(
        IReadOnlyList<BatchStep> trip, Dictionary<BatchStep, int> attempts, CancellationToken cancellationToken)
    {
        var ids = trip.Select((step, index) => (step, Id: (index + 1).ToString(CultureInfo.InvariantCulture)))
            .ToDictionary(pair => pair.step, pair => pair.Id);
        var entries = trip.Select(step => step.ToEntry(
            ids[step],
            BatchTrips.Waits(step) is { Count: > 0 } waits ? [.. waits.Select(other => ids[other])] : null,
            transport.Dialect)).ToList();
        var answers = await AskAsync(trip, entries, cancellationToken).ConfigureAwait(false);
        var (pause, repeated) = (TimeSpan.Zero, new HashSet<BatchStep>());
        foreach (var step in trip)
        {
            if (Judge(step, answers.GetValueOrDefault(ids[step]), repeated, attempts) is { } wait)
            {
                repeated.Add(step);
                pause = wait > pause ? wait : pause;
            }
        }

        return pause;
    }

    private async Task<Dictionary<string, BatchAnswer>> AskAsync(
        IReadOnlyList<BatchStep> trip, List<BatchEntry> entries, CancellationToken cancellationToken)
    {
        var call = BatchCalls.Send(entries, trip.All(step => step.IsIdempotent));
        using var response = await transport.SendForResponseAsync(call, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw await transport.ReadErrorAsync(response, cancellationToken).ConfigureAwait(false);
        }

        foreach (var step in trip)
        {
            step.HadUnknownOutcome |= RequestTraits.Of(response.RequestMessage!).HadUnknownOutcome;
        }

        var answers = new Dictionary<string, BatchAnswer>(StringComparer.Ordinal);
        foreach (var answer in await ReadAsync(response, call, cancellationToken).ConfigureAwait(false))
        {
            answers[answer.Id ?? ""] = answer;
        }

        return answers;
    }

    /// <summary>A response that is not JSON fails only its own step.</summary>
    private async Task<IReadOnlyList<BatchAnswer>> ReadAsync(
        HttpResponseMessage response, GraphCall<BatchAnswers> call, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await transport.ReadAsync(response, call.Answer!, mayBeEmpty: false, cancellationToken).ConfigureAwait(false);
            return answer.Responses;
        }
        catch (OneDriveConnectionException exception) when (exception.InnerException is JsonException and not UnexpectedAnswerException)
        {
            var answers = BrokenBatch.Read(((PooledBody)response.Content).Memory.Span);
            if (answers.Count == 0)
                throw;
            return answers;
        }
    }

    /// <summary>Completes the step, or returns the delay before it is sent again.</summary>
    private TimeSpan? Judge(BatchStep step, BatchAnswer? answer, HashSet<BatchStep> repeated, Dictionary<BatchStep, int> attempts)
    {
        if (answer is null)
        {
            step.Fail(new OneDriveConnectionException($"{step.Operation}: the batch response does not contain a response for this step."));
            return null;
        }

        using var response = BatchReader.ToResponse(answer);
        var wish = _reader.Wish(response);
        transport.Learn(response.StatusCode, wish);
        if (response.StatusCode is HttpStatusCode.FailedDependency && step.Dependencies.Any(repeated.Contains))
        {
            return TimeSpan.Zero;
        }

        var attempt = attempts.GetValueOrDefault(step);
        var traits = new RequestTraits { Operation = step.Operation, IsIdempotent = step.IsIdempotent };
        if (attempt < transport.Rules.Settings.MaxRetryAttempts
            && transport.Rules.Repeats(traits, response.StatusCode, wish)
            && transport.Rules.WaitsFor(wish))
        {
            attempts[step] = attempt + 1;
            CallMetrics.Retried(step.Operation, (int)response.StatusCode, "batch step");
            step.HadUnknownOutcome |= ResponseClassifier.IsUnknownOutcome((int)response.StatusCode, wish);
            return transport.Rules.DelayBefore(attempt, wish);
        }

        try
        {
            step.Complete(answer, response, _reader);
        }
        catch (OneDriveException exception)
        {
            step.Fail(exception);
        }

        return null;
    }
}
