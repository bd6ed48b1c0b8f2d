using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Operations;

/// <summary>Recognizes a copy that failed, and puts it into words.</summary>
internal static class CopyFailure
{
    private const int MaximumInnerErrors = 16;

    /// <summary>States that end the copy without a result, besides those that end in "failed"; other job resources use them.</summary>
    private static readonly FrozenSet<string> Ends = FrozenSet.ToFrozenSet(
        ["cancelled", "canceled", "skipped", "aborted", "error", "timedOut"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the copy failed, completely or in part: any kind of failed state, or an error with any state.</summary>
    internal static bool Is(AsyncJobStatus status) =>
        (status.Status is { Value: { } state } && (state.EndsWith("failed", StringComparison.OrdinalIgnoreCase) || Ends.Contains(state)))
        || HasError(status.Error)
        || (status.ErrorCode is { Length: > 0 } && status.Status != AsyncJobState.Completed);

    internal static CopyFailedException Of(AsyncJobStatus status)
    {
        var details = status.Error?.Details ?? [];
        var inner = InnerCodes(status.Error).ToList();
        var code = status.Error?.Code ?? status.ErrorCode ?? details.FirstOrDefault(detail => detail.Code is not null)?.Code
            ?? inner.FirstOrDefault();
        code ??= status.Status == AsyncJobState.Cancelled ? AsyncJobState.Cancelled.Value : null;
        if (status.ErrorCode is { } other && other != code)
        {
            inner.Insert(0, other);
        }

        var text = new StringBuilder("The copy operation failed");
        if (code is not null)
        {
            text.Append(": ").Append(ServerText.Clean(code));
        }

        if (ServerText.Clean(status.Error?.Message ?? status.StatusDescription) is { Length: > 0 } words)
        {
            text.Append(" — ").Append(words);
        }

        if (details.Count > 0)
        {
            text.Append(" (").Append(details.Count).Append(" details)");
        }

        return new CopyFailedException(text.ToString()) { ErrorCode = code, InnerErrorCodes = inner, Details = details };
    }

    private static bool HasError(AsyncJobError? error) =>
        error is { Code.Length: > 0 } or { Message.Length: > 0 } or { Details.Count: > 0 } || InnerCodes(error).Any();

    /// <summary>The codes of <c>innerError</c>, which older responses write as <c>innererror</c>.</summary>
    private static IEnumerable<string> InnerCodes(AsyncJobError? error)
    {
        var level = InnerOf(error?.AdditionalData?.Select(member => (member.Key, member.Value)) ?? []);
        for (var depth = 0; depth < MaximumInnerErrors && level is { ValueKind: JsonValueKind.Object } inner; depth++)
        {
            if (inner.TryGetProperty("code", out var code)
                && code.ValueKind is JsonValueKind.String && code.GetString() is { Length: > 0 } text)
            {
                yield return text;
            }

            level = InnerOf(inner.EnumerateObject().Select(member => (member.Name, member.Value)));
        }
    }

    private static JsonElement? InnerOf(IEnumerable<(string Name, JsonElement Value)> members)
    {
        foreach (var (name, value) in members)
        {
            if (string.Equals(name, "innerError", StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}
