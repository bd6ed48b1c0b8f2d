using System.Globalization;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Http;

/// <summary>Handles a response without a body, or with an empty object, to a call that changes something.</summary>
internal static class EmptyAnswer
{
    internal static bool Is(HttpResponseMessage response, bool mayBeEmptyObject) =>
        response.Content is PooledBody body && IsEmpty(body.Memory.Span, mayBeEmptyObject);

    internal static bool IsEmpty(ReadOnlySpan<byte> body, bool mayBeEmptyObject)
    {
        var text = body.Trim(" \t\r\n"u8);
        return text.IsEmpty || (!mayBeEmptyObject && text.SequenceEqual("{}"u8));
    }

    /// <summary>How what was made is requested at the address that the response named.</summary>
    internal static GraphCall<T> Follow<T>(GraphCall<T> call) => new()
    {
        Operation = call.Operation,
        Method = HttpMethod.Get,
        Path = call.Path,
        Answer = call.Answer,
        IsIdempotent = true,
    };

    internal static OneDriveConnectionException Of(HttpResponseMessage response, string operation) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{operation}: the service completed the operation (status {(int)response.StatusCode}), but did not return the result. ")
        + "Do not repeat the call. Read the result instead.",
        new UnexpectedAnswerException("The response is empty."))
    { IsTransient = false };
}
