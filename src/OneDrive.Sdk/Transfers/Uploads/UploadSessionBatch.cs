using System.Globalization;
using System.Text.Json;
using OneDrive.Sdk.Batching;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Creates the upload sessions of several files in one request, without retries: a file whose session was not created creates its own.
/// </summary>
internal sealed class UploadSessionBatch(GraphTransport transport, UploadSessionClient client)
{
    /// <summary>The limit of the service: <see href="https://learn.microsoft.com/graph/json-batching"/>.</summary>
    internal const int MaximumSize = 20;

    /// <summary>Whether the service has batches.</summary>
    internal bool IsOffered => transport.Dialect != ServiceDialect.Legacy;

    /// <summary>
    /// Creates the sessions; null for each that was not created. If the caller cancels, the response to a request that was already sent is
    /// still read, and its sessions are deleted.
    /// </summary>
    internal async Task<UploadSession?[]> CreateAsync(
        IReadOnlyList<GraphCall<UploadSession>> calls, CancellationToken cancellationToken)
    {
        var creating = SendAsync(calls, cancellationToken);
        try
        {
            return await creating.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await client.WaitAsync(EndAllAsync(creating), cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<UploadSession?[]> SendAsync(IReadOnlyList<GraphCall<UploadSession>> calls, CancellationToken cancellationToken)
    {
        var sessions = new UploadSession?[calls.Count];
        var entries = calls.Select((call, index) => BatchCall<UploadSession>.Of(call, static session => session)
            .ToEntry(index.ToString(CultureInfo.InvariantCulture), dependsOn: null, transport.Dialect)).ToList();
        BatchAnswers batch;
        try
        {
            batch = await transport.SendAsync(
                BatchCalls.Send(entries, isIdempotent: true, finishesOnceSent: true), cancellationToken).ConfigureAwait(false);
        }
        catch (OneDriveException)
        {
            return sessions;
        }

        foreach (var answer in batch.Responses)
        {
            if (int.TryParse(answer.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < sessions.Length)
                sessions[index] = Read(answer);
        }

        return sessions;
    }

    private UploadSession? Read(BatchAnswer answer)
    {
        using var response = BatchReader.ToResponse(answer);
        if (!response.IsSuccessStatusCode)
        {
            transport.Learn(response.StatusCode, RetryAfter.Read(response, transport.TimeProvider));
            return null;
        }

        try
        {
            var session = AnswerReader.Read(answer.Body.Span, UploadSession.Read, mayBeEmpty: false);
            return client.UrlOf(session) is null ? null : session;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task EndAllAsync(Task<UploadSession?[]> creating)
    {
        await ((Task)creating).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (creating.IsCompletedSuccessfully)
        {
            var sessions = await creating.ConfigureAwait(false);
            await Task.WhenAll(sessions.OfType<UploadSession>()
                .Select(session => client.EndAsync(client.UrlOf(session)!, CancellationToken.None))).ConfigureAwait(false);
        }
    }
}
