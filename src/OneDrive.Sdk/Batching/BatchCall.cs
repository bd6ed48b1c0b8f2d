using System.Text.Json;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk.Batching;

/// <summary>A call as an entry of a batch.</summary>
/// <typeparam name="T">What its caller gets.</typeparam>
internal abstract class BatchCall<T>
{
    internal abstract string Operation { get; }

    internal abstract HttpMethod Method { get; }

    internal abstract string Path { get; }

    internal abstract bool IsIdempotent { get; }

    internal abstract bool IsDoneWhenAbsentAfterDoubt { get; }

    /// <summary>Whether the response holds something that the caller gets.</summary>
    internal abstract bool Reads { get; }

    internal static BatchCall<T> Of<TAnswer>(GraphCall<TAnswer> call, Func<TAnswer, T> select) => new Entry<TAnswer>(call, select);

    internal abstract BatchEntry ToEntry(string id, IReadOnlyList<string>? dependsOn, ServiceDialect dialect);

    /// <summary>Reads the body of the response.</summary>
    /// <exception cref="JsonException">The body does not match the call.</exception>
    internal abstract T Read(ReadOnlySpan<byte> body);

    private sealed class Entry<TAnswer>(GraphCall<TAnswer> call, Func<TAnswer, T> select) : BatchCall<T>
    {
        internal override string Operation => call.Operation;

        internal override HttpMethod Method => call.Method;

        internal override string Path => call.Path;

        internal override bool IsIdempotent => call.IsIdempotent;

        internal override bool IsDoneWhenAbsentAfterDoubt => call.IsDoneWhenAbsentAfterDoubt;

        internal override bool Reads => call.Answer is not null;

        internal override BatchEntry ToEntry(string id, IReadOnlyList<string>? dependsOn, ServiceDialect dialect)
        {
            var headers = call.Headers
                .GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(group => group.Key, group => string.Join(", ", group.Select(header => header.Value)), StringComparer.Ordinal);
            var body = (call.Body as IJsonCallBody)?.ToJson();
            if (body is not null)
            {
                headers["Content-Type"] = "application/json";
            }

            return new BatchEntry
            {
                Id = id,
                DependsOn = dependsOn,
                Method = call.Method.Method,
                Url = "/" + GraphTransport.RelativeAddress(call, dialect),
                Headers = headers.Count > 0 ? headers : null,
                Body = body,
            };
        }

        internal override T Read(ReadOnlySpan<byte> body)
        {
            if (call.Answer is not { } read)
                return select(default!);
            var answer = AnswerReader.Read(body, read, call.MayAnswerNothing);
            call.Complete?.Invoke(answer);
            return select(answer);
        }
    }
}
