using System.Text;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Operations;

/// <summary>Puts a failed copy into words.</summary>
internal static class CopyFailure
{
    internal static CopyFailedException Of(AsyncJobStatus status)
    {
        var details = status.Error?.Details ?? [];
        var code = status.Error?.Code ?? details.FirstOrDefault(detail => detail.Code is not null)?.Code;
        code ??= status.Status == AsyncJobState.Cancelled ? AsyncJobState.Cancelled.Value : null;
        var text = new StringBuilder("The copy was not made");
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

        return new CopyFailedException(text.ToString()) { ErrorCode = code, Details = details };
    }
}
