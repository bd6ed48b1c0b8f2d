using OneDrive.Sdk.Json;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk.Calls;

/// <summary>Several calls in one: <see href="https://learn.microsoft.com/graph/json-batching"/>.</summary>
internal static class BatchCalls
{
    /// <param name="entries">Up to 20 requests.</param>
    /// <param name="isIdempotent">Whether all of them can be repeated when their outcome is unknown.</param>
    /// <param name="finishesOnceSent">Whether the response is read although the caller cancelled.</param>
    internal static GraphCall<BatchAnswers> Send(
        IReadOnlyList<BatchEntry> entries, bool isIdempotent, bool finishesOnceSent = false) => new()
        {
            Operation = "Batch.Send",
            Method = HttpMethod.Post,
            Path = "$batch",
            Body = new JsonCallBody(new BatchBody { Requests = entries }),
            Answer = BatchAnswers.Read,
            IsIdempotent = isIdempotent,
            FinishesOnceSent = finishesOnceSent,
            Cost = entries.Sum(static entry => RequestCost.Of(HttpMethod.Parse(entry.Method), entry.Url)),
        };
}
